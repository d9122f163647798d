import { openAsBlob } from 'node:fs';
import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { loadLog } from '#lib/duckdb/load-log.ts';
import { openNodeDatabase } from '#lib/duckdb/node-database.ts';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { VIEWS } from '#lib/tables/views/views.ts';

const MILLION = 1_000_000;

/** Every query of every check, and of the evidence it shows, on a million tasks: the tasks of a log, repeated under new stage and task ids. */
export async function queryBench(path: string): Promise<void> {
  const database = await openNodeDatabase();
  const { logs } = await discoverLogs([{ path, blob: await openAsBlob(path) }]);
  await loadLog(database, logs[0]!);
  const [{ n, stages }] = (
    await database.query('SELECT count(*) AS n, (SELECT max(stage_id) + 1 FROM stages) AS stages FROM tasks')
  ).rows as unknown as [{ n: number; stages: number }];
  const copies = Math.ceil(MILLION / n) - 1;
  await database.execute(`
    INSERT INTO tasks SELECT tasks.* REPLACE (stage_id + copy * ${stages} AS stage_id, task_id + copy * ${n} AS task_id) FROM tasks, range(1, ${copies + 1}) AS copies(copy);
    INSERT INTO stages SELECT stages.* REPLACE (stage_id + copy * ${stages} AS stage_id) FROM stages, range(1, ${copies + 1}) AS copies(copy);`);
  for (const view of VIEWS.filter((each) => each.stored)) {
    await database.execute(`DROP TABLE "${view.name}"; CREATE TABLE "${view.name}" AS ${view.sql}`);
  }
  const total = (
    await database.query('SELECT count(*) AS n, (SELECT count(*) FROM stages) AS stages FROM tasks')
  ).rows[0];
  console.log(
    `\nqueries of the checks on ${total?.n} tasks in ${total?.stages} stages (DuckDB wasm in Node)`,
  );

  let slowest = { ms: 0, name: '' };
  let name = '';
  const query: QueryRunner = async <Row>(sql: string) => {
    const started = performance.now();
    const { rows } = await database.query(sql);
    const ms = performance.now() - started;
    if (ms > slowest.ms) slowest = { ms, name };
    return rows as readonly Row[];
  };
  const started = performance.now();
  for (const detector of DETECTORS) {
    name = detector.id;
    const before = performance.now();
    const { failed } = await runDetectors([detector], query);
    if (failed[0]) throw new Error(`${detector.id}: ${failed[0].message}`);
    console.log(`${detector.id.padEnd(24)} ${Math.round(performance.now() - before)} ms`);
  }
  console.log(
    `all ${Math.round(performance.now() - started)} ms, slowest query ${Math.round(slowest.ms)} ms (${slowest.name})`,
  );
  await database.close();
}

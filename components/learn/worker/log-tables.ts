import { DUCKDB_FILES, startDuckDbWorker } from '#components/analyze/session/duckdb-worker.ts';
import { exists } from '#lib/base/assert.ts';
import { openBrowserDatabase } from '#lib/duckdb/browser-database.ts';
import type { Database } from '#lib/duckdb/engine.ts';
import { loadLog } from '#lib/duckdb/load-log.ts';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { fetchLog } from './fetch-log.ts';

/** Tables of the bundled logs of scenarios. One log is open at a time: an engine for each would fill the tab's memory. */
export class LogTables {
  #open: { readonly log: string; readonly database: Database } | undefined;
  /** What is under way: logs take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  use<T>(log: string, work: (query: QueryRunner) => Promise<T>): Promise<T> {
    const mine = this.#turn.then(async () => work(runnerOf(await this.#tablesOf(log))));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #tablesOf(log: string): Promise<Database> {
    if (this.#open?.log === log) return this.#open.database;
    const before = this.#open;
    this.#open = undefined;
    await before?.database.close();
    const { logs } = await discoverLogs([await fetchLog(log)]);
    const database = await openBrowserDatabase(startDuckDbWorker(), DUCKDB_FILES);
    await loadLog(database, exists(logs[0], `a log in ${log}`));
    this.#open = { log, database };
    return database;
  }
}

function runnerOf(database: Database): QueryRunner {
  return async <Row>(sql: string) => (await database.query(sql)).rows as readonly Row[];
}

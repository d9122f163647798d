import type { Database } from '#lib/duckdb/engine.ts';
import { loadLog } from '#lib/duckdb/load-log.ts';
import { openNodeDatabase } from '#lib/duckdb/node-database.ts';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import type { EventLogSource } from '#lib/eventlog/discover/event-log-source.ts';
import { explainNothingFound } from '#lib/eventlog/discover/explain-nothing-found.ts';
import type { IngestStats } from '#lib/eventlog/ingest.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { UnreadableInput, UsageError } from './errors.ts';
import { givenFiles } from './given-files.ts';
import { progressLine } from './progress.ts';

/** A log in a database of its own. */
export interface LoadedLog {
  readonly source: EventLogSource;
  readonly database: Database;
  readonly query: QueryRunner;
  readonly stats: IngestStats;
}

/** The logs behind some paths; `app` picks those of one application. Throws when there is none. */
export async function findLogs(paths: readonly string[], app?: string): Promise<readonly EventLogSource[]> {
  if (paths.length === 0) throw new UsageError('which log? Name a file, a directory or an archive');
  const { logs, ignored } = await discoverLogs(await givenFiles(paths));
  if (logs.length === 0) {
    const { title, details, hint } = explainNothingFound(ignored);
    throw new UnreadableInput([title, ...details].join('\n  '), hint);
  }
  if (app === undefined) return logs;
  const chosen = logs.filter((log) => log.id === app || log.application?.id === app);
  if (chosen.length === 0)
    throw new UsageError(`no application ${app} in there; there is ${logs.map(nameOf).join(', ')}`);
  return chosen;
}

/** The only log, for commands that answer for one. */
export function onlyLog(logs: readonly EventLogSource[]): EventLogSource {
  const [log] = logs;
  if (logs.length !== 1 || !log) {
    throw new UsageError(
      `there are ${logs.length} applications in there: ${logs.map(nameOf).join(', ')}`,
      'Pick one with --app ID.',
    );
  }
  return log;
}

export async function load(source: EventLogSource): Promise<LoadedLog> {
  const database = await openNodeDatabase();
  const progress = progressLine(source.title);
  const stats = await loadLog(database, source, { onProgress: progress.update });
  progress.end();
  const query: QueryRunner = async <Row>(sql: string) => (await database.query(sql)).rows as readonly Row[];
  return { source, database, query, stats };
}

function nameOf(log: EventLogSource): string {
  return log.application?.id ?? log.id;
}

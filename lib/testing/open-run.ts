import type { Database } from '#lib/duckdb/engine.ts';
import { loadLog } from '#lib/duckdb/load-log.ts';
import { openNodeDatabase } from '#lib/duckdb/node-database.ts';
import type { LogToRead } from '#lib/eventlog/ingest.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { logOf } from './read-run.ts';
import { runText } from './run-text.ts';

export interface OpenRun {
  readonly database: Database;
  readonly query: QueryRunner;
  close(): Promise<void>;
}

/**
 * A run in the notation of run-text.ts, in the engine that ships, with all tables and views. Close it: the engine is
 * used again by the next one, and only the first of a test file takes a second.
 */
export function openRun(text: string): Promise<OpenRun> {
  return openLog(logOf(runText(text)));
}

export async function openLog(log: LogToRead): Promise<OpenRun> {
  const database = await openNodeDatabase();
  await loadLog(database, log);
  return {
    database,
    query: async <Row>(sql: string) => (await database.query(sql)).rows as readonly Row[],
    close: () => database.close(),
  };
}

/** For a test that asks one run: opens it, hands it over and closes it. */
export async function withRun<T>(text: string, use: (query: QueryRunner) => Promise<T>): Promise<T> {
  const run = await openRun(text);
  try {
    return await use(run.query);
  } finally {
    await run.close();
  }
}

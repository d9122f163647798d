import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { exists } from '#lib/base/assert.ts';
import { discoverLogs } from '#lib/eventlog/discover/discover.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import type { Database } from './engine.ts';
import { loadLog } from './load-log.ts';
import { openNodeDatabase } from './node-database.ts';

export interface TestLog {
  readonly database: Database;
  readonly query: QueryRunner;
}

/** A real log in the engine that ships, for tests of SQL. Close the database when done. */
export async function openTestLog(path: string): Promise<TestLog> {
  const { logs } = await discoverLogs([{ path: basename(path), blob: await openAsBlob(path) }]);
  const database = await openNodeDatabase();
  await loadLog(database, exists(logs[0], `a log in ${path}`));
  return {
    database,
    query: async <Row>(sql: string) => (await database.query(sql)).rows as readonly Row[],
  };
}

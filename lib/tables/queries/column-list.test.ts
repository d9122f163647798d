import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { TABLES } from '../schema/tables.ts';
import { VIEWS } from '../views/views.ts';
import { columnList } from './column-list.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

describe('columnList', () => {
  it('knows the columns of every table and view', async () => {
    const rows = await columnList(log.query);
    const of = (name: string) => rows.filter(({ table_name }) => table_name === name);
    for (const { name, columns } of TABLES) {
      expect(of(name).map(({ column_name }) => column_name)).toEqual(Object.keys(columns));
    }
    for (const { name } of VIEWS) expect(of(name).length, name).toBeGreaterThan(0);
  });
});

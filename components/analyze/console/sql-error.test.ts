import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, type TestLog } from '#lib/duckdb/testing.ts';
import { explainSqlError } from './sql-error.ts';

let log: TestLog;
beforeAll(async () => {
  log = await openTestLog('golden/containers/zstd/local-1795247915800.zstd');
});
afterAll(() => log.database.close());

async function errorOf(sql: string) {
  try {
    await log.query(sql);
  } catch (error) {
    return explainSqlError(error instanceof Error ? error.message : String(error), sql);
  }
  throw new Error('the query passed');
}

describe('explainSqlError', () => {
  it('finds the place of a syntax error', async () => {
    const sql = 'SELECT *\nFORM tasks';
    const error = await errorOf(sql);
    expect(error.kind).toBe('The SQL has a syntax error');
    expect(error.message).toContain('near "tasks"');
    expect(sql.slice(error.at)).toBe('tasks');
  });

  it('finds the place of an unknown column', async () => {
    const sql = 'SELECT stage_id,\n       durration FROM tasks';
    const error = await errorOf(sql);
    expect(error.kind).toBe('A name or type does not fit');
    expect(sql.slice(error.at)).toMatch(/^durration/);
  });

  it('finds the place in a long line, of which the engine shows a part', async () => {
    const sql = `SELECT ${Array.from({ length: 30 }, (_, i) => `${i} AS column_${i}`).join(', ')}, nonsense FROM tasks`;
    const error = await errorOf(sql);
    expect(sql.slice(error.at)).toMatch(/^nonsense/);
  });

  it('names an unknown table without a place or with one', async () => {
    expect((await errorOf('SELECT * FROM task')).kind).toBe('There is no such table, column or function');
  });

  it('passes on what it does not know', () => {
    expect(explainSqlError('something else', 'SELECT 1')).toEqual({
      kind: 'The query failed',
      message: 'something else',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { EXAMPLE_QUERIES } from './example-queries.ts';
import { whyNotReadOnly } from './read-only-sql.ts';

describe('whyNotReadOnly', () => {
  it.each([
    'SELECT 1',
    'select * from tasks;',
    '-- a comment\nFROM tasks',
    '(SELECT 1) UNION ALL (SELECT 2)',
    "SELECT 'DROP TABLE tasks; -- ' AS text",
    'SELECT "update" FROM t /* DELETE */',
    'WITH t AS (SELECT 1) SELECT * FROM t',
    'EXPLAIN SELECT 1',
    'SUMMARIZE tasks',
  ])('lets %j pass', (sql) => {
    expect(whyNotReadOnly(sql)).toBeUndefined();
  });

  it.each([
    ['DROP TABLE tasks', 'DROP'],
    ['delete from tasks', 'DELETE'],
    ['WITH t AS (SELECT 1) INSERT INTO tasks SELECT * FROM t', 'INSERT'],
    ['EXPLAIN ANALYZE DELETE FROM tasks', 'DELETE'],
    ['SET memory_limit = 1', 'SET'],
    ['SELECT 1; DROP TABLE tasks', 'one statement'],
    ['', 'no SQL'],
    ['-- nothing', 'no SQL'],
  ])('refuses %j and says why', (sql, why) => {
    expect(whyNotReadOnly(sql)).toContain(why);
  });

  it('lets every example pass', () => {
    for (const { sql } of EXAMPLE_QUERIES) expect(whyNotReadOnly(sql)).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './engine.ts';
import { openNodeDatabase } from './node-database.ts';

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
afterAll(() => database.close());

async function value(sql: string): Promise<unknown> {
  const { rows } = await database.query(`SELECT ${sql} AS v`);
  return rows[0]?.v;
}

describe('a value of DuckDB becomes a plain one:', () => {
  it.each([
    ['NULL', null],
    ['NULL::VARCHAR', null],
    ['true', true],
    ["''", ''],
    ["'Zoë 😀' || chr(10) || 'x'", 'Zoë 😀\nx'],
    ['1::TINYINT', 1],
    ['255::UTINYINT', 255],
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740993', '9007199254740993'],
    ['-9007199254740993', '-9007199254740993'],
    ['18446744073709551615::UBIGINT', '18446744073709551615'],
    ['(SELECT sum(range) FROM range(5))', 10],
    ['-1::HUGEINT', -1],
    ['170141183460469231731687303715884105727::HUGEINT', '170141183460469231731687303715884105727'],
    ['258::UHUGEINT', 258],
    ['340282366920938463463374607431768211455::UHUGEINT', '340282366920938463463374607431768211455'],
    ['1.5::DECIMAL(10,2)', 1.5],
    ['-0.05::DECIMAL(4,2)', -0.05],
    ['12345678901234.5::DECIMAL(38,1)', 12_345_678_901_234.5],
    ['1.5::FLOAT', 1.5],
    ["'nan'::DOUBLE", Number.NaN],
    ["'-inf'::DOUBLE", Number.NEGATIVE_INFINITY],
    ['epoch_ms(1795249515123)', '2026-11-21T08:25:15.123Z'],
    ['epoch_ms(-1)', '1969-12-31T23:59:59.999Z'],
    ["TIMESTAMP_NS '2020-01-01 00:00:00.5'", '2020-01-01T00:00:00.500Z'],
    ["TIMESTAMPTZ '2026-11-21 08:25:15+01'", '2026-11-21T07:25:15.000Z'],
    ["DATE '1969-12-31'", '1969-12-31'],
    ["TIME '08:25:15.5'", '08:25:15.500'],
    ['epoch_ms(1795249515123) - epoch_ms(1795249510000)', '00:00:05.123'],
    ["INTERVAL '14 months 3 days 4.5 seconds'", '1 year 2 months 3 days 00:00:04.5'],
    ["INTERVAL '-1 day' - INTERVAL '90 minutes'", '-1 day -01:30:00'],
    ["INTERVAL '0 seconds'", '00:00:00'],
    ["INTERVAL '30 hours'", '30:00:00'],
    ["'\\x00\\xFF'::BLOB", '00ff'],
    ["'550e8400-e29b-41d4-a716-446655440000'::UUID", '550e8400-e29b-41d4-a716-446655440000'],
    ["'x'::ENUM('x', 'y')", 'x'],
    ['union_value(number := 2)', 2],
  ])('%s', async (sql, expected) => expect(await value(sql)).toEqual(expected));

  it.each([
    ['[1, NULL, 3]', [1, null, 3]],
    ['[]::INTEGER[]', []],
    ['NULL::INTEGER[]', null],
    ['[1, 2]::INTEGER[2]', [1, 2]],
    ["[['a'], [NULL], NULL, []]", [['a'], [null], null, []]],
    ['[1.5::DECIMAL(3,1)]', [1.5]],
    ['[9007199254740993]', ['9007199254740993']],
    ["{'a': 1, 'b': NULL, 'c': 1.5::DECIMAL(3,1)}", { a: 1, b: null, c: 1.5 }],
    ["{'day': DATE '2020-01-02', 'sum': 5::HUGEINT}", { day: '2020-01-02', sum: 5 }],
    ['NULL::STRUCT(a INTEGER)', null],
    ["MAP {'a': 1.5::DECIMAL(3,1), 'b': NULL}", { a: 1.5, b: null }],
    ['MAP {1: [INTERVAL 2 DAY]}', { 1: ['2 days'] }],
    ['NULL::MAP(INTEGER, INTEGER)', null],
    ["[{'at': epoch_ms(0), 'm': MAP {'k': [1]}}]", [{ at: '1970-01-01T00:00:00.000Z', m: { k: [1] } }]],
  ])('%s, and what is in it', async (sql, expected) => expect(await value(sql)).toEqual(expected));
});

describe('rows', () => {
  it('have their own values each, also nested ones, over many batches', async () => {
    const { rows } = await database.query(
      "SELECT range AS n, [range, NULL] AS l, {'d': (range / 2)::DECIMAL(9,1)} AS s, to_days(range::INTEGER) AS i FROM range(5000)",
    );
    expect(rows).toHaveLength(5000);
    expect(rows[4999]).toEqual({ n: 4999, l: [4999, null], s: { d: 2499.5 }, i: '4999 days' });
  });

  it('keep columns of one name apart', async () => {
    const { columns, rows } = await database.query('SELECT 1 AS a, 2 AS a, 3 AS a_1, 4 AS a');
    expect(rows).toEqual([{ a: 1, a_2: 2, a_1: 3, a_3: 4 }]);
    expect(columns.map(({ name }) => name)).toEqual(['a', 'a_2', 'a_1', 'a_3']);
  });

  it('may be none; the columns are known all the same', async () => {
    expect(await database.query("SELECT 1 AS a, ['x'] AS b WHERE false")).toEqual({
      columns: [
        { name: 'a', type: 'Int32' },
        { name: 'b', type: 'List<Utf8>' },
      ],
      rows: [],
    });
  });
});

import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRun, openRun } from '#lib/testing/open-run.ts';
import { TABLES } from '../schema/tables.ts';
import { toParquet } from './parquet.ts';

let run: OpenRun;
beforeAll(async () => {
  run = await openRun('job 0  sql 1\n stage 0  tasks 3  fails 1\nplan 1 Scan {rows 5 @0}\nconf spark.x y');
});
afterAll(() => run.close());

async function written(sql: string): Promise<ArrayBuffer> {
  return toParquet(await run.database.query(sql));
}

/** The value that a reader of Parquet finds, and the type that the file states: "INT64", "BYTE_ARRAY JSON". */
async function readBack(expression: string): Promise<readonly [value: unknown, type: string]> {
  const file = await written(`SELECT ${expression} AS v`);
  const [row] = await parquetReadObjects({ file });
  const column = parquetMetadata(file).schema[1];
  return [row?.v, [column?.type, column?.converted_type].filter(Boolean).join(' ')];
}

describe('toParquet', () => {
  it.each([
    ['1', 1, 'INT32'],
    ['255::UTINYINT', 255, 'INT32'],
    ['4294967295::UINTEGER', 4_294_967_295n, 'INT64'],
    ['9007199254740993', 9_007_199_254_740_993n, 'INT64'],
    ['-1::BIGINT', -1n, 'INT64'],
    ['1.5::DOUBLE', 1.5, 'DOUBLE'],
    ['2.5::DECIMAL(5,2)', 2.5, 'DOUBLE'],
    ['sum(3)', 3, 'DOUBLE'],
    ['true', true, 'BOOLEAN'],
    ["'a,\"b\"' || chr(10) || '=1+1'", 'a,"b"\n=1+1', 'BYTE_ARRAY UTF8'],
    ["''", '', 'BYTE_ARRAY UTF8'],
    ["'Zoë 😀'", 'Zoë 😀', 'BYTE_ARRAY UTF8'],
    ['epoch_ms(1795249515123)', '2026-11-21T08:25:15.123Z', 'BYTE_ARRAY UTF8'],
    ['[1, NULL]', [1, null], 'BYTE_ARRAY JSON'],
    ["['a']", ['a'], 'BYTE_ARRAY JSON'],
    ['[]::INTEGER[]', [], 'BYTE_ARRAY JSON'],
    ["{'a': [1]}", { a: [1] }, 'BYTE_ARRAY JSON'],
    ["MAP {'k': 1}", { k: 1 }, 'BYTE_ARRAY JSON'],
  ])('keeps %s', async (expression, value, type) => {
    expect(await readBack(expression)).toEqual([value, type]);
  });

  it.each(['INTEGER', 'BIGINT', 'DOUBLE', 'BOOLEAN', 'VARCHAR', 'INTEGER[]', 'TIMESTAMP'])(
    'keeps NULL of type %s',
    async (type) => expect((await readBack(`NULL::${type}`))[0]).toBeNull(),
  );

  it.each(TABLES.map(({ name }) => name))('gives back every cell of %s', async (table) => {
    const { columns, rows } = await run.database.query(`SELECT * FROM "${table}"`);
    const file = toParquet({ columns, rows });
    expect(
      parquetMetadata(file)
        .schema.slice(1)
        .map(({ name }) => name),
    ).toEqual(columns.map(({ name }) => name));
    const back = await parquetReadObjects({ file });
    const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
    expect(
      back.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
    ).toEqual(rows);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Batch, batchOfRows, type ColumnData } from '#lib/tables/batch.ts';
import { createTableSql, defineTable, type SqlType } from '#lib/tables/schema/column.ts';
import { toArrowStream } from './arrow.ts';
import type { Database } from './engine.ts';
import { openNodeDatabase } from './node-database.ts';

const column = (type: SqlType) => ({ type, doc: '' });

/** One column of every type. */
const table = defineTable({
  name: 'sample',
  grain: '',
  doc: '',
  key: [],
  columns: {
    i: column('INTEGER'),
    l: column('BIGINT'),
    d: column('DOUBLE'),
    t: column('VARCHAR'),
    b: column('BOOLEAN'),
    is: column('INTEGER[]'),
    ts: column('VARCHAR[]'),
  },
});

type SampleRow = Readonly<Record<keyof typeof table.columns, unknown>>;

const NULLS: SampleRow = { i: null, l: null, d: null, t: null, b: null, is: null, ts: null };

let database: Database;
beforeAll(async () => {
  database = await openNodeDatabase();
});
beforeEach(async () => {
  await database.execute(`DROP TABLE IF EXISTS sample; ${createTableSql(table)}`);
});
afterAll(() => database.close());

async function stored(...batches: readonly Batch[]): Promise<readonly unknown[]> {
  for (const batch of batches) await database.append(table.name, toArrowStream(table, batch));
  return (await database.query('SELECT * FROM sample ORDER BY rowid')).rows;
}

const rowsOf = (rows: readonly SampleRow[]) => batchOfRows(table, rows);

describe('a batch in DuckDB', () => {
  it('has every value of every type, NULLs between them', async () => {
    const rows: readonly SampleRow[] = [
      { i: -1, l: 1_795_249_515_123, d: 0.1, t: 'Zoë 😀\n"', b: true, is: [1, -2], ts: ['a', ''] },
      NULLS,
      { i: 2 ** 31 - 1, l: -1, d: -1e300, t: '', b: false, is: [], ts: [] },
      { i: -(2 ** 31), l: 0, d: 0, t: 'x'.repeat(100_000), b: null, is: [7], ts: ['b\0c'] },
    ];
    expect(await stored(rowsOf(rows))).toEqual(rows);
  });

  it.each([1, 7, 8, 9, 63, 64, 65, 1000])('of %i rows keeps NULL where it was', async (length) => {
    const rows = Array.from({ length }, (_, i) =>
      i % 3 === 1 ? NULLS : { i, l: i, d: i / 2, t: `${i}`, b: i % 2 === 0, is: [i], ts: [`${i}`, 'x'] },
    );
    expect(await stored(rowsOf(rows))).toEqual(rows);
  });

  it.each([
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 32 + 1,
    2 ** 53 - 1,
    -(2 ** 31) - 1,
    -(2 ** 32),
    -(2 ** 53) + 1,
  ])('keeps the 64-bit integer %d to the last digit', async (l) => {
    expect(await stored(rowsOf([{ ...NULLS, l }]))).toEqual([{ ...NULLS, l }]);
  });

  it('keeps what a JavaScript number can of larger ones, up to the largest Long', async () => {
    const [row] = await stored(rowsOf([{ ...NULLS, l: 2 ** 62 }]));
    expect(row).toMatchObject({ l: String(2n ** 62n) });
  });

  it('is nothing where it is empty', async () => {
    expect(await stored(rowsOf([]))).toEqual([]);
  });

  it('is NULL in the columns that it leaves out', async () => {
    const i: ColumnData = { kind: 'numbers', values: Float64Array.of(5, Number.NaN) };
    expect(await stored({ table: 'sample', length: 2, columns: { i } })).toEqual([{ ...NULLS, i: 5 }, NULLS]);
  });

  it('takes texts by index, which may repeat or be none, from as many words as it likes', async () => {
    const words = Array.from({ length: 70_001 }, (_, i) => `word ${i}`);
    const indices = Int32Array.from({ length: 140_002 }, (_, i) => (i % 7 === 0 ? -1 : i % words.length));
    await stored({
      table: 'sample',
      length: indices.length,
      columns: { t: { kind: 'words', indices, words } },
    });
    const sql =
      "SELECT count(*) AS n, count(t) AS texts, count(DISTINCT t) AS words, max(t) FILTER (t LIKE '% 70000') AS last FROM sample";
    expect((await database.query(sql)).rows).toEqual([
      { n: 140_002, texts: 120_001, words: 70_001, last: 'word 70000' },
    ]);
  });

  it('may have more room than rows: what lies behind is left out', async () => {
    const columns = {
      i: { kind: 'numbers', values: Float64Array.of(1, 2, 3) },
      d: { kind: 'numbers', values: Float64Array.of(1, 2, 3) },
      b: { kind: 'numbers', values: Float64Array.of(1, 0, 1) },
    } as const;
    expect(await stored({ table: 'sample', length: 2, columns })).toMatchObject([
      { i: 1, d: 1, b: true },
      { i: 2, d: 2, b: false },
    ]);
  });

  it('goes behind those before it', async () => {
    const rows = await stored(rowsOf([{ ...NULLS, i: 1 }]), rowsOf([{ ...NULLS, i: 2 }]));
    expect(rows).toMatchObject([{ i: 1 }, { i: 2 }]);
  });
});

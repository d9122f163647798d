import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '#lib/plan/settings.ts';
import { readSourceFile, readSourceText } from './read-source.ts';

function file(name: string, content: string | ArrayBuffer) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    name,
    byteLength: bytes.length,
    slice: (from: number, to?: number) => bytes.slice(from, to).buffer,
  };
}

/** `name: column type, …` of each source. */
function columns(catalog: Catalog): readonly string[] {
  return Object.entries(catalog).map(
    ([name, source]) => `${name}: ${source.columns.map((each) => `${each.name} ${each.type}`).join(', ')}`,
  );
}

describe('readSourceFile', () => {
  it('reads schema, rows and size of a Parquet file from its footer', async () => {
    const content = parquetWriteBuffer({
      columnData: [
        { name: 'id', data: [1n, 2n, 3n], type: 'INT64' },
        { name: 'name', data: ['a', 'b', 'c'], type: 'STRING' },
        { name: 'ok', data: [true, false, true], type: 'BOOLEAN' },
      ],
    });
    const catalog = await readSourceFile(file('orders.parquet', content));
    expect(columns(catalog)).toEqual(['orders: id bigint, name string, ok boolean']);
    expect(catalog.orders).toMatchObject({ rows: 3, bytes: content.byteLength, files: 1, format: 'parquet' });
  });

  it('takes the types that Spark wrote into the footer', async () => {
    const schema =
      '{"type":"struct","fields":[{"name":"day","type":"date","nullable":true,"metadata":{}},{"name":"tags","type":{"type":"array","elementType":"string","containsNull":true},"nullable":true,"metadata":{}}]}';
    const content = parquetWriteBuffer({
      columnData: [{ name: 'day', data: [1, 2], type: 'INT32' }],
      kvMetadata: [{ key: 'org.apache.spark.sql.parquet.row.metadata', value: schema }],
    });
    expect(columns(await readSourceFile(file('d.snappy.parquet', content)))).toEqual([
      'd: day date, tags array<string>',
    ]);
  });

  it('reads the header of a CSV file and what its rows look like', async () => {
    const text =
      'id;price;day;"a;b";seen;ok;n\r\n1;2.5;2024-01-01;x;2024-01-01 10:00:00;true;3\r\n2147483648;3;;"y ""z""";2024-01-02;false;x\r\n';
    const catalog = await readSourceFile(file('prices.csv', text));
    expect(columns(catalog)).toEqual([
      'prices: id bigint, price double, day date, a;b string, seen timestamp, ok boolean, n string',
    ]);
    expect(catalog.prices).toMatchObject({ rows: 2, bytes: text.length, format: 'csv' });
  });

  it('says nothing of rows when a CSV file is longer than what was looked at', async () => {
    const text = `id,name\n${'1,somebody\n'.repeat(40_000)}`;
    const catalog = await readSourceFile(file('long.csv', text));
    expect(columns(catalog)).toEqual(['long: id int, name string']);
    expect(catalog.long?.rows).toBeUndefined();
  });

  it.each([
    ['a.parquet', 'PAR1 cut', 'a Parquet file whose footer cannot be read'],
    ['a.parquet', 'PARE....PARE', 'an encrypted footer'],
    ['notes.txt', 'nothing of interest', 'no schema was found in it'],
    [
      'c.json',
      '{"data/orders": {"columns": [{"name": "id", "type": "wat<"}]}}',
      'column "id" has the type "wat<"',
    ],
    [
      'c.json',
      '{"data/orders": {"columns": [], "bytes": -1}}',
      'data/orders: "bytes" must be a whole number from 0, not -1',
    ],
    ['c.json', '{"data/orders": 3}', 'data/orders must be an object'],
    ['c.json', '{"a": ', 'not JSON'],
  ])('says of %s (%s) what is wrong', async (name, text, message) => {
    await expect(readSourceFile(file(name, text))).rejects.toThrow(message);
  });
});

describe('readSourceText', () => {
  it('reads what printSchema() prints, nested and with text around it', () => {
    const text = `>>> df.printSchema()
root
 |-- id: long (nullable = false)
 |-- address: struct (nullable = true)
 |    |-- city: string (nullable = true)
 |    |-- zip: integer (nullable = true)
 |-- tags: array (nullable = true)
 |    |-- element: string (containsNull = true)
 |-- totals: map (nullable = true)
 |    |-- key: string
 |    |-- value: decimal(10,2) (valueContainsNull = true)
`;
    expect(columns(readSourceText(text, 'orders'))).toEqual([
      'orders: id bigint, address struct<city:string,zip:int>, tags array<string>, totals map<string,decimal(10,2)>',
    ]);
  });

  it('reads what DESCRIBE EXTENDED shows', () => {
    const text = `+----------------------------+--------------------+-------+
|col_name                    |data_type           |comment|
+----------------------------+--------------------+-------+
|id                          |bigint              |NULL   |
|day                         |date                |NULL   |
|# Partition Information     |                    |       |
|# col_name                  |data_type           |comment|
|day                         |date                |NULL   |
|                            |                    |       |
|# Detailed Table Information|                    |       |
|Provider                    |PARQUET             |       |
|Statistics                  |4096 bytes, 100 rows|       |
+----------------------------+--------------------+-------+`;
    expect(readSourceText(text, 'sales')).toEqual({
      sales: {
        format: 'parquet',
        columns: [
          { name: 'id', type: 'bigint' },
          { name: 'day', type: 'date' },
        ],
        bytes: 4096,
        rows: 100,
        partitionColumns: ['day'],
      },
    });
  });

  it('reads a schema as df.schema.json() writes it, and a catalog', () => {
    const schema = '{"type":"struct","fields":[{"name":"id","type":"long","nullable":false,"metadata":{}}]}';
    expect(columns(readSourceText(schema, 't'))).toEqual(['t: id bigint']);
    const catalog =
      '{"data/a": {"format": "csv", "columns": [{"name": "x", "type": "int"}], "bytes": 10, "rows": 2}}';
    expect(readSourceText(catalog, 't')).toEqual({
      'data/a': { format: 'csv', columns: [{ name: 'x', type: 'int' }], bytes: 10, rows: 2 },
    });
  });

  it('reads of a catalog which columns are skewed, and names an entry that cannot be', () => {
    const catalog = (skew: object) =>
      JSON.stringify({ t: { columns: [{ name: 'x', type: 'int' }], skew: [skew] } });
    expect(readSourceText(catalog({ column: 'x', share: 0.6 }), 't').t?.skew).toEqual([
      { column: 'x', share: 0.6 },
    ]);
    expect(() => readSourceText(catalog({ column: 'x', share: 60 }), 't')).toThrow(
      't: "skew": "share" of x must be a number above 0 and up to 1, not 60',
    );
    expect(() => readSourceText(catalog({ share: 0.6 }), 't')).toThrow('an entry has no "column"');
  });
});

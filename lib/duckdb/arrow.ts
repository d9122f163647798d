import {
  Table as ArrowTable,
  Bool,
  type Data,
  type DataType,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  tableToIPC,
  Utf8,
} from 'apache-arrow';
import type { Batch, ColumnData } from '#lib/tables/batch.ts';
import type { SqlType, Table } from '#lib/tables/schema/column.ts';

/**
 * A batch of rows as an Arrow IPC stream, the fastest way into DuckDB (no value is boxed, no text parsed).
 * Columns come in the order of the schema, because DuckDB matches them by position.
 */
export function toArrowStream(table: Table, batch: Batch): Uint8Array {
  const fields: Field[] = [];
  const children: Data[] = [];
  for (const [name, { type }] of Object.entries(table.columns)) {
    const data = encode(type, batch.columns[name] ?? ALL_NULL, batch.length);
    fields.push(new Field(name, data.type, true));
    children.push(data);
  }
  const schema = new Schema(fields);
  const data = makeData({ type: new Struct(fields), length: batch.length, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, data)]), 'stream');
}

const ALL_NULL: ColumnData = { kind: 'values', values: [] };

function encode(type: SqlType, column: ColumnData, length: number): Data<DataType> {
  switch (type) {
    case 'INTEGER':
      return integers(column, length);
    case 'BIGINT':
      return longs(column, length);
    case 'DOUBLE':
      return doubles(column, length);
    case 'BOOLEAN':
      return booleans(column, length);
    case 'VARCHAR':
      return column.kind === 'words' ? words(column, length) : texts(valuesOf(column), length);
    case 'INTEGER[]':
      return lists(valuesOf(column), length, (flat) =>
        integers({ kind: 'numbers', values: Float64Array.from(flat as number[]) }, flat.length),
      );
    case 'VARCHAR[]':
      return lists(valuesOf(column), length, (flat) => texts(flat, flat.length));
  }
}

function numbersOf(column: ColumnData, length: number): Float64Array {
  if (column.kind === 'numbers') return column.values;
  const numbers = new Float64Array(length).fill(Number.NaN);
  for (const [i, value] of valuesOf(column).entries()) if (value !== null) numbers[i] = Number(value);
  return numbers;
}

function valuesOf(column: ColumnData): readonly unknown[] {
  return column.kind === 'values' ? column.values : [];
}

/** Validity bits: NaN is NULL. */
function validity(numbers: Float64Array, length: number): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array(((length + 63) >> 6) << 3);
  let nullCount = 0;
  for (let i = 0; i < length; i++) {
    const value = numbers[i]!;
    // biome-ignore lint/suspicious/noSelfCompare: NaN is the only value that differs from itself; this is the hot loop
    if (value === value) nullBitmap[i >> 3] = nullBitmap[i >> 3]! | (1 << (i & 7));
    else nullCount++;
  }
  return { nullBitmap, nullCount };
}

function integers(column: ColumnData, length: number): Data<Int32> {
  const numbers = numbersOf(column, length);
  const data = new Int32Array(length);
  for (let i = 0; i < length; i++) data[i] = numbers[i]!;
  return makeData({ type: new Int32(), length, data, ...validity(numbers, length) });
}

/** Writes 64-bit integers as two 32-bit words: a BigInt for each cell would be a hundred times slower. */
function longs(column: ColumnData, length: number): Data<Int64> {
  const numbers = numbersOf(column, length);
  const data = new BigInt64Array(length);
  const halves = new Int32Array(data.buffer);
  for (let i = 0; i < length; i++) {
    const value = numbers[i]!;
    halves[i * 2] = value;
    halves[i * 2 + 1] = Math.floor(value / TWO_32);
  }
  return makeData({ type: new Int64(), length, data, ...validity(numbers, length) });
}

const TWO_32 = 2 ** 32;

function doubles(column: ColumnData, length: number): Data<Float64> {
  const numbers = numbersOf(column, length);
  return makeData({
    type: new Float64(),
    length,
    data: numbers.slice(0, length),
    ...validity(numbers, length),
  });
}

function booleans(column: ColumnData, length: number): Data<Bool> {
  const numbers = numbersOf(column, length);
  const data = new Uint8Array(((length + 63) >> 6) << 3);
  for (let i = 0; i < length; i++) if (numbers[i] === 1) data[i >> 3] = data[i >> 3]! | (1 << (i & 7));
  return makeData({ type: new Bool(), length, data, ...validity(numbers, length) });
}

const encoder = new TextEncoder();

/** Texts given by index: each word is encoded once and its bytes copied. */
function words(column: Extract<ColumnData, { kind: 'words' }>, length: number): Data<Utf8> {
  const encoded = column.words.map((word) => encoder.encode(word));
  let size = 0;
  for (let i = 0; i < length; i++) size += encoded[column.indices[i]!]?.length ?? 0;
  const data = new Uint8Array(size);
  const valueOffsets = new Int32Array(length + 1);
  const nullBitmap = new Uint8Array(((length + 63) >> 6) << 3);
  let nullCount = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const word = encoded[column.indices[i]!];
    if (word) {
      data.set(word, at);
      at += word.length;
      nullBitmap[i >> 3] = nullBitmap[i >> 3]! | (1 << (i & 7));
    } else nullCount++;
    valueOffsets[i + 1] = at;
  }
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data });
}

function texts(values: readonly unknown[], length: number): Data<Utf8> {
  const indices = new Int32Array(length).fill(-1);
  const distinct: string[] = [];
  for (const [i, value] of values.entries())
    if (value !== null && value !== undefined) indices[i] = distinct.push(String(value)) - 1;
  return words({ kind: 'words', indices, words: distinct }, length);
}

function lists(
  values: readonly unknown[],
  length: number,
  encodeItems: (flat: readonly unknown[]) => Data<Int32> | Data<Utf8>,
): Data<DataType> {
  const valueOffsets = new Int32Array(length + 1);
  const nullBitmap = new Uint8Array(((length + 63) >> 6) << 3);
  const flat: unknown[] = [];
  let nullCount = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i];
    if (Array.isArray(value)) {
      flat.push(...value);
      nullBitmap[i >> 3] = nullBitmap[i >> 3]! | (1 << (i & 7));
    } else nullCount++;
    valueOffsets[i + 1] = flat.length;
  }
  const child = encodeItems(flat) as Data<DataType>;
  return makeData({
    type: new List(new Field('item', child.type, true)),
    length,
    nullCount,
    nullBitmap,
    valueOffsets,
    child,
  });
}

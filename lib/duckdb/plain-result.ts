import { DataType, type Table, type Type } from 'apache-arrow';
import type { QueryResult } from '#lib/tables/query-result.ts';

/**
 * Turns DuckDB's Arrow answer into plain values: integers are numbers while they are exact and texts beyond 2^53,
 * decimals and 128-bit sums (which arrive as unscaled words) become numbers, times become ISO texts, lists arrays.
 */
export function plainResult(table: Table): QueryResult {
  const fields = table.schema.fields;
  const rows: Record<string, unknown>[] = Array.from({ length: table.numRows }, () => ({}));
  const names = uniqueNames(fields.map((field) => field.name));
  for (const [i, field] of fields.entries()) {
    const vector = table.getChildAt(i);
    const name = names[i]!;
    for (let row = 0; row < rows.length; row++) rows[row]![name] = plain(vector?.get(row), field.type);
  }
  return { columns: fields.map((field, i) => ({ name: names[i]!, type: typeName(field.type) })), rows };
}

/** Two columns of one name would hide each other in a row object: the second becomes `name_1`. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  });
}

function plain(value: unknown, type: DataType<Type>): unknown {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return decimal(value, type.scale);
  if (DataType.isTimestamp(type) || DataType.isDate(type)) return isoTime(value);
  if (DataType.isList(type)) {
    const item = type.children[0]!.type;
    return [...(value as Iterable<unknown>)].map((entry) => plain(entry, item));
  }
  if (DataType.isStruct(type) || DataType.isMap(type)) {
    return JSON.parse(JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? exact(part) : part)));
  }
  if (typeof value === 'bigint') return exact(value);
  if (value instanceof Uint8Array)
    return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (ArrayBuffer.isView(value)) return decimal(value, 0);
  return value;
}

function exact(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** 128-bit integers and decimals arrive as four 32-bit words, least significant first. */
function decimal(value: unknown, scale: number): number | string {
  if (!(value instanceof Uint32Array) && !(value instanceof Int32Array)) return Number(value) / 10 ** scale;
  let integer = 0n;
  for (let i = value.length - 1; i >= 0; i--) integer = (integer << 32n) | BigInt(value[i]! >>> 0);
  integer = BigInt.asIntN(value.length * 32, integer);
  return scale === 0 ? exact(integer) : Number(integer) / 10 ** scale;
}

function isoTime(value: unknown): string {
  const ms = typeof value === 'bigint' ? Number(value) : Number(value);
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
}

function typeName(type: DataType<Type>): string {
  return String(type);
}

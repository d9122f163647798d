import { DataType, type Type, type Vector } from 'apache-arrow';

type Read = (index: number) => unknown;

/**
 * Reads the values of an Arrow vector (of one chunk) as plain ones: integers are numbers while they are exact and
 * texts beyond 2^53; decimals and 128-bit sums, which arrive as unscaled words, become numbers; times, dates and
 * intervals become texts, lists arrays, structs and maps objects.
 */
export function plainReader(vector: Vector): Read {
  const read = nestedReader(vector);
  if (read) return (index) => (vector.isValid(index) ? read(index) : null);
  const { type } = vector;
  return (index) => {
    const value: unknown = vector.get(index);
    return value === null || value === undefined ? null : plain(value, type);
  };
}

/** Two of one name would hide each other in an object: the second becomes `name_1`. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let i = 1; seen.has(unique); i++) unique = taken.has(`${name}_${i}`) ? unique : `${name}_${i}`;
    seen.add(unique);
    return unique;
  });
}

/** For values that are made of others, and intervals, which Arrow's own reader takes for years and months. */
function nestedReader(vector: Vector): Read | undefined {
  const { type } = vector;
  const { valueOffsets, values } = vector.data[0]!;
  if (DataType.isInterval(type)) return (index) => interval((values as Int32Array).subarray(4 * index));
  if (DataType.isStruct(type)) return structReader(vector);
  if (DataType.isList(type)) {
    const item = plainReader(vector.getChildAt(0)!);
    return (index) => range(valueOffsets[index]!, valueOffsets[index + 1]!, item);
  }
  if (DataType.isFixedSizeList(type)) {
    const item = plainReader(vector.getChildAt(0)!);
    return (index) => range(index * type.listSize, (index + 1) * type.listSize, item);
  }
  if (DataType.isMap(type)) {
    const [key, value] = [0, 1].map((i) => plainReader(vector.getChildAt(0)!.getChildAt(i)!));
    const entry = (index: number) => [String(key!(index)), value!(index)] as const;
    return (index) => Object.fromEntries(range(valueOffsets[index]!, valueOffsets[index + 1]!, entry));
  }
  return undefined;
}

function structReader(vector: Vector): Read {
  const names = uniqueNames((vector.type as DataType<Type.Struct>).children.map(({ name }) => name));
  const readers = names.map((_, i) => plainReader(vector.getChildAt(i)!));
  return (index) => Object.fromEntries(names.map((name, i) => [name, readers[i]!(index)]));
}

function range<T>(from: number, to: number, read: (index: number) => T): readonly T[] {
  return Array.from({ length: to - from }, (_, i) => read(from + i));
}

function plain(value: unknown, type: DataType<Type>): unknown {
  if (DataType.isDecimal(type)) return decimal(value, type.scale);
  if (DataType.isTimestamp(type)) return isoTime(value);
  if (DataType.isDate(type)) return isoTime(value).replace('T00:00:00.000Z', '');
  if (DataType.isTime(type)) return isoTime(Number(value) / 1000 ** (type.unit - 1)).slice(11, 23);
  if (typeof value === 'bigint') return exact(value);
  if (value instanceof Uint8Array) {
    const bytes = [...value].map((byte) => byte.toString(16).padStart(2, '0'));
    // DuckDB's UHUGEINT, least significant byte first.
    return DataType.isFixedSizeBinary(type) ? exact(BigInt(`0x${bytes.reverse().join('')}`)) : bytes.join('');
  }
  return value;
}

function exact(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** Four 32-bit words, least significant first. */
function decimal(value: unknown, scale: number): number | string {
  const words = value as Uint32Array;
  let integer = 0n;
  for (let i = words.length - 1; i >= 0; i--) integer = (integer << 32n) | BigInt(words[i]! >>> 0);
  integer = BigInt.asIntN(words.length * 32, integer);
  return scale === 0 ? exact(integer) : Number(integer) / 10 ** scale;
}

function isoTime(ms: unknown): string {
  const date = new Date(Number(ms));
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

/** Months, days and nanoseconds (two words) as DuckDB writes them: "1 year 2 months 3 days 04:05:06.7". */
function interval(words: Int32Array): string {
  const [months = 0, days = 0, low = 0, high = 0] = words;
  const ms = Math.round((high * 2 ** 32 + (low >>> 0)) / 1e6);
  const parts = [
    counted(Math.trunc(months / 12), 'year'),
    counted(months % 12, 'month'),
    counted(days, 'day'),
  ].filter((part) => part !== '');
  return [...parts, ...(ms !== 0 || parts.length === 0 ? [clock(ms)] : [])].join(' ');
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${count} ${unit}${Math.abs(count) === 1 ? '' : 's'}`;
}

function clock(ms: number): string {
  const all = Math.abs(ms);
  const parts = [all / 3_600_000, (all / 60_000) % 60, (all / 1000) % 60].map((part) =>
    two(Math.floor(part)),
  );
  const fraction =
    all % 1000 === 0
      ? ''
      : `.${String(all % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`;
  return `${ms < 0 ? '-' : ''}${parts.join(':')}${fraction}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

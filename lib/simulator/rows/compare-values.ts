import { isMap, type SqlValue } from './sql-value.ts';

/**
 * Spark's order of two values of one type, null before all others. NaN is the largest number and -0.0 is 0.0; text is
 * ordered by its UTF-8 bytes, binary by unsigned bytes, arrays and structs by their first difference.
 * Source: catalyst InterpretedOrdering, UTF8String.compareTo, SQLOrderingUtil.
 */
export function compareValues(a: SqlValue, b: SqlValue): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (typeof a === 'string') return compareText(a, b as string);
  if (typeof a === 'object') return compareLists(elements(a), elements(b as typeof a));
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b! ? -1 : a > b! ? 1 : 0;
}

/** By code points, which is the order of UTF-8 bytes; UTF-16 would put surrogates before U+E000. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return aboveSurrogates(x) - aboveSurrogates(y);
  }
  return a.length - b.length;
}

function aboveSurrogates(unit: number): number {
  return unit < 0xd800 || unit > 0xdfff ? unit : unit + 0x10000;
}

function compareLists(a: ArrayLike<SqlValue>, b: ArrayLike<SqlValue>): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function elements(value: Exclude<SqlValue, null | boolean | number | bigint | string>): ArrayLike<SqlValue> {
  return isMap(value) ? value.keys : value;
}

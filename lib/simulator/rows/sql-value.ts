/**
 * A value of a SQL type, as Spark's rows hold it. The type is kept beside it, not in it:
 * boolean; number for tinyint to int, date (days), year-month intervals (months), float and double;
 * bigint for bigint, timestamps and day-time intervals (microseconds) and decimals (unscaled: 12.34 in decimal(10,2) is 1234);
 * string; bytes for binary; a list for arrays (elements) and structs (fields); entries for maps.
 */
export type SqlValue = null | boolean | number | bigint | string | Uint8Array | readonly SqlValue[] | SqlMap;

export interface SqlMap {
  readonly keys: readonly SqlValue[];
  readonly values: readonly SqlValue[];
}

export function isMap(value: SqlValue): value is SqlMap {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
}

/** Beyond it, decimals are held as bytes instead of a long (Decimal.MAX_LONG_DIGITS). */
export const MAX_LONG_DIGITS = 18;

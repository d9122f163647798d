import type {
  ArrayType,
  AtomicKind,
  AtomicType,
  DataType,
  DecimalType,
  Field,
  MapType,
} from './data-type.ts';

/** Shorthands for the types that rules name all the time. */
function atomic(kind: AtomicKind): AtomicType {
  return { kind };
}

export const VOID = atomic('void');
export const BOOLEAN = atomic('boolean');
export const TINYINT = atomic('tinyint');
export const SMALLINT = atomic('smallint');
export const INT = atomic('int');
export const BIGINT = atomic('bigint');
export const FLOAT = atomic('float');
export const DOUBLE = atomic('double');
export const STRING = atomic('string');
export const BINARY = atomic('binary');
export const DATE = atomic('date');
export const TIMESTAMP = atomic('timestamp');
export const TIMESTAMP_NTZ = atomic('timestamp_ntz');
export const CALENDAR_INTERVAL = atomic('interval');
export const DAY_TIME_INTERVAL = atomic('interval day to second');
export const YEAR_MONTH_INTERVAL = atomic('interval year to month');
export const VARIANT = atomic('variant');
export const UNKNOWN = atomic('unknown');

export function arrayOf(element: DataType): ArrayType {
  return { kind: 'array', element };
}

/** An array of which no element is null. */
export function fullArrayOf(element: DataType): ArrayType {
  return { kind: 'array', element, containsNull: false };
}

export function mapOf(key: DataType, value: DataType): MapType {
  return { kind: 'map', key, value };
}

export function structOf(fields: readonly Field[]): DataType {
  return { kind: 'struct', fields };
}

export function decimal(precision: number, scale: number): DecimalType {
  return { kind: 'decimal', precision, scale };
}

const INTEGRAL: ReadonlySet<string> = new Set(['tinyint', 'smallint', 'int', 'bigint']);
const FRACTIONAL: ReadonlySet<string> = new Set(['float', 'double', 'decimal']);

export function isIntegral(type: DataType): boolean {
  return INTEGRAL.has(type.kind);
}

export function isNumeric(type: DataType): boolean {
  return INTEGRAL.has(type.kind) || FRACTIONAL.has(type.kind);
}

export function isInterval(type: DataType): boolean {
  return type.kind.startsWith('interval');
}

export function isDatetime(type: DataType): boolean {
  return type.kind === 'date' || type.kind === 'timestamp' || type.kind === 'timestamp_ntz';
}

/** Types that sort and range partitioning accept (RowOrdering.isOrderable): no maps, no variants, no calendar intervals. */
export function isOrderable(type: DataType): boolean {
  switch (type.kind) {
    case 'map':
    case 'variant':
    case 'interval':
      return false;
    case 'array':
      return isOrderable(type.element);
    case 'struct':
      return type.fields.every((field) => isOrderable(field.type));
    default:
      return true;
  }
}

import type { DataType } from './data-type.ts';
import { sameType } from './data-type.ts';
import { decimalFor, widerDecimal } from './decimal.ts';
import {
  arrayOf,
  BIGINT,
  DOUBLE,
  isDatetime,
  isIntegral,
  isInterval,
  isNumeric,
  mapOf,
  STRING,
  structOf,
  TIMESTAMP,
  TIMESTAMP_NTZ,
  UNKNOWN,
} from './names.ts';

/**
 * The type to which two sides are cast, by Spark's TypeCoercion and AnsiTypeCoercion; undefined where Spark refuses.
 * A side of unknown type leaves the result unknown.
 */

const PRECEDENCE: readonly string[] = ['tinyint', 'smallint', 'int', 'bigint', 'float', 'double'];

/** Without loss and without strings (findTightestCommonType). */
export function tightestType(a: DataType, b: DataType, ansi: boolean): DataType | undefined {
  if (sameType(a, b)) return a;
  if (a.kind === 'unknown' || b.kind === 'unknown') return UNKNOWN;
  if (a.kind === 'void') return b;
  if (b.kind === 'void') return a;
  if (isNumeric(a) && isNumeric(b)) return tightestNumber(a, b, ansi);
  if (isDatetime(a) && isDatetime(b)) {
    if (a.kind === 'timestamp' || b.kind === 'timestamp') return TIMESTAMP;
    return TIMESTAMP_NTZ;
  }
  if (isInterval(a) && isInterval(b)) return a;
  return nested(a, b, (x, y) => tightestType(x, y, ansi));
}

function tightestNumber(a: DataType, b: DataType, ansi: boolean): DataType | undefined {
  if (a.kind === 'decimal' || b.kind === 'decimal') {
    const [exact, other] = a.kind === 'decimal' ? [a, b] : [b, a];
    if (!isIntegral(other)) return undefined;
    const needed = decimalFor(other);
    if (exact.kind !== 'decimal' || needed === undefined) return undefined;
    return exact.precision - exact.scale >= needed.precision ? exact : undefined;
  }
  if (ansi && (a.kind === 'float') !== (b.kind === 'float')) return DOUBLE;
  return PRECEDENCE.indexOf(a.kind) > PRECEDENCE.indexOf(b.kind) ? a : b;
}

/** With loss of decimal digits and with strings: CASE, COALESCE, UNION, IN (findWiderTypeForTwo). */
export function widerType(a: DataType, b: DataType, ansi: boolean): DataType | undefined {
  const tight = tightestType(a, b, ansi);
  if (tight !== undefined) return tight;
  if (isNumeric(a) && isNumeric(b)) return widerNumber(a, b);
  const withString = ansi ? ansiStringType(a, b) : promotedString(a, b);
  return withString ?? nested(a, b, (x, y) => widerType(x, y, ansi));
}

function widerNumber(a: DataType, b: DataType): DataType {
  if (a.kind === 'float' || a.kind === 'double' || b.kind === 'float' || b.kind === 'double') return DOUBLE;
  const left = decimalFor(a);
  const right = decimalFor(b);
  return left === undefined || right === undefined ? DOUBLE : widerDecimal(left, right);
}

/** Everything but booleans and bytes becomes text beside text. */
function promotedString(a: DataType, b: DataType): DataType | undefined {
  const other = a.kind === 'string' ? b : b.kind === 'string' ? a : undefined;
  if (other === undefined || isNested(other)) return undefined;
  return other.kind === 'boolean' || other.kind === 'binary' ? undefined : STRING;
}

/** ANSI mode reads the text as the other side's type. */
function ansiStringType(a: DataType, b: DataType): DataType | undefined {
  const other = a.kind === 'string' ? b : b.kind === 'string' ? a : undefined;
  if (other === undefined || isNested(other)) return undefined;
  if (isIntegral(other)) return BIGINT;
  if (isNumeric(other)) return DOUBLE;
  return other;
}

/** The type in which `=`, `<` and the like compare. */
export function comparisonType(a: DataType, b: DataType, ansi: boolean): DataType | undefined {
  if (sameType(a, b)) return a;
  if (ansi) return widerType(a, b, true);
  if (a.kind === 'string' || b.kind === 'string') {
    const other = a.kind === 'string' ? b : a;
    if (other.kind === 'void' || other.kind === 'unknown') return STRING;
    if (!isNested(other)) return other.kind === 'binary' ? STRING : other;
  }
  return widerType(a, b, false);
}

export function widestType(types: readonly DataType[], ansi: boolean): DataType | undefined {
  // As Spark does: strings last, so that the answer does not hang on the order.
  const ordered = [
    ...types.filter((type) => type.kind === 'string'),
    ...types.filter((type) => type.kind !== 'string'),
  ];
  return ordered.reduce<DataType | undefined>(
    (common, type) => (common === undefined ? undefined : widerType(common, type, ansi)),
    { kind: 'void' },
  );
}

function isNested(type: DataType): boolean {
  return type.kind === 'array' || type.kind === 'map' || type.kind === 'struct';
}

function nested(
  a: DataType,
  b: DataType,
  common: (a: DataType, b: DataType) => DataType | undefined,
): DataType | undefined {
  if (a.kind === 'array' && b.kind === 'array') {
    const element = common(a.element, b.element);
    return element === undefined ? undefined : arrayOf(element);
  }
  if (a.kind === 'map' && b.kind === 'map') {
    const key = common(a.key, b.key);
    const value = common(a.value, b.value);
    return key === undefined || value === undefined ? undefined : mapOf(key, value);
  }
  if (a.kind === 'struct' && b.kind === 'struct' && a.fields.length === b.fields.length) {
    const fields = a.fields.map((field, i) => {
      const other = b.fields[i];
      const type = other === undefined ? undefined : common(field.type, other.type);
      if (other === undefined || type === undefined) return undefined;
      if (field.name.toLowerCase() !== other.name.toLowerCase()) return undefined;
      return { name: field.name, type, nullable: field.nullable || other.nullable };
    });
    const complete = fields.filter((field) => field !== undefined);
    return complete.length === fields.length ? structOf(complete) : undefined;
  }
  return undefined;
}

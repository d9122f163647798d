import type { DataType, DecimalType } from './data-type.ts';
import { decimal } from './names.ts';

/** Results of decimal arithmetic (Spark's DecimalPrecision, spark.sql.decimalOperations.allowPrecisionLoss on). */

const MAX_PRECISION = 38;
/** Digits after the point that are kept when a result does not fit. */
const MINIMUM_ADJUSTED_SCALE = 6;

/** The decimal that holds every value of a numeric type (DecimalType.forType). */
export function decimalFor(type: DataType): DecimalType | undefined {
  switch (type.kind) {
    case 'decimal':
      return type;
    case 'tinyint':
      return decimal(3, 0);
    case 'smallint':
      return decimal(5, 0);
    case 'int':
      return decimal(10, 0);
    case 'bigint':
      return decimal(20, 0);
    case 'float':
      return decimal(14, 7);
    case 'double':
      return decimal(30, 15);
    default:
      return undefined;
  }
}

/** The least decimal for a literal (DecimalType.fromLiteral): `1` is decimal(1,0). */
export function decimalForLiteral(value: number | bigint | string): DecimalType {
  const text = String(value).replace(/^[-+]/, '');
  const [whole = '', fraction = ''] = text.split('.');
  const scale = fraction.length;
  const digits = whole.replace(/^0+/, '').length;
  return decimal(Math.max(digits + scale, scale, 1), scale);
}

export function widerDecimal(a: DecimalType, b: DecimalType): DecimalType {
  const scale = Math.max(a.scale, b.scale);
  const range = Math.max(a.precision - a.scale, b.precision - b.scale);
  return bounded(range + scale, scale);
}

export function bounded(precision: number, scale: number): DecimalType {
  return decimal(Math.min(precision, MAX_PRECISION), Math.min(scale, MAX_PRECISION));
}

/** Keeps whole digits rather than digits after the point (DecimalType.adjustPrecisionScale). */
function adjusted(precision: number, scale: number): DecimalType {
  if (precision <= MAX_PRECISION) return decimal(precision, scale);
  const wholeDigits = precision - scale;
  const least = Math.min(scale, MINIMUM_ADJUSTED_SCALE);
  return decimal(MAX_PRECISION, Math.max(MAX_PRECISION - wholeDigits, least));
}

export function decimalResult(operator: string, a: DecimalType, b: DecimalType): DecimalType {
  const scale = Math.max(a.scale, b.scale);
  switch (operator) {
    case '*':
      return adjusted(a.precision + b.precision + 1, a.scale + b.scale);
    case '/': {
      const divided = Math.max(MINIMUM_ADJUSTED_SCALE, a.scale + b.precision + 1);
      return adjusted(a.precision - a.scale + b.scale + divided, divided);
    }
    case '%':
    case 'pmod':
      return adjusted(Math.min(a.precision - a.scale, b.precision - b.scale) + scale, scale);
    default:
      return adjusted(Math.max(a.precision - a.scale, b.precision - b.scale) + scale + 1, scale);
  }
}

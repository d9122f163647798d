import type { DataType } from '../types/data-type.ts';
import { BOOLEAN, isIntegral, UNKNOWN } from '../types/names.ts';
import type { Cast, Expression } from './expression.ts';

/** Spark's `Expression.dataType`. */
export function typeOf(expression: Expression): DataType {
  switch (expression.kind) {
    case 'outer':
      return expression.attribute.type;
    case 'alias':
    case 'sort-order':
      return typeOf(expression.child);
    case 'window':
      return typeOf(expression.fn);
    case 'lambda':
      return typeOf(expression.body);
    case 'scalar-subquery':
      return expression.type ?? UNKNOWN;
    case 'exists':
    case 'in-subquery':
      return BOOLEAN;
    default:
      return expression.type;
  }
}

/** Spark's `Expression.nullable`. */
export function nullableOf(expression: Expression): boolean {
  switch (expression.kind) {
    case 'attribute':
    case 'call':
      return expression.nullable;
    case 'outer':
      return expression.attribute.nullable;
    case 'literal':
      return expression.value === null;
    case 'alias':
    case 'sort-order':
      return nullableOf(expression.child);
    case 'cast':
      return nullableOf(expression.child) || castMayFail(expression);
    case 'window':
      return nullableOf(expression.fn);
    case 'lambda':
      return nullableOf(expression.body);
    case 'exists':
      return false;
    case 'in-subquery':
      return expression.values.some(nullableOf) || expression.nullable !== false;
    default:
      return true;
  }
}

/** Casts that Spark takes to give null for some value, in ANSI mode too, where they fail (Cast.forceNullable). */
function castMayFail(cast: Cast): boolean {
  const from = typeOf(cast.child);
  const to = cast.type;
  if (from.kind === to.kind && from.kind !== 'decimal') return false;
  if (from.kind === 'void') return true;
  if (to.kind === 'string') return false;
  if (from.kind === 'string') return to.kind !== 'binary';
  if (to.kind === 'decimal') {
    if (from.kind === 'decimal') {
      return to.precision - to.scale < from.precision - from.scale || to.scale < from.scale;
    }
    if (from.kind === 'boolean') return to.precision - to.scale < 1;
    const digits: Readonly<Record<string, number>> = { tinyint: 3, smallint: 5, int: 10, bigint: 20 };
    return to.precision - to.scale < (digits[from.kind] ?? Number.POSITIVE_INFINITY);
  }
  if (from.kind === 'timestamp' && to.kind === 'date') return false;
  if (to.kind === 'date' || to.kind === 'interval') return true;
  if (from.kind === 'date') return to.kind !== 'timestamp';
  const fractional = from.kind === 'float' || from.kind === 'double';
  // Not a number, infinite, too large.
  return (
    (fractional && to.kind === 'timestamp') || ((fractional || from.kind === 'decimal') && isIntegral(to))
  );
}

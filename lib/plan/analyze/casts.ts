import type { Expression } from '../expression/expression.ts';
import { typeOf } from '../expression/type-of.ts';
import { widestType } from '../types/common-type.ts';
import type { DataType } from '../types/data-type.ts';
import { sameType } from '../types/data-type.ts';
import { DOUBLE, isInterval, isNumeric, STRING } from '../types/names.ts';
import { parseType } from '../types/parse-type.ts';

/** Casts that the analyzer adds so that operands fit (Spark's TypeCoercion rules). */

/** The expression in another type; itself when it has it already, or when nobody knows its type. */
export function castTo(expression: Expression, type: DataType, ansi: boolean): Expression {
  const from = typeOf(expression);
  if (sameType(from, type) || from.kind === 'unknown' || type.kind === 'unknown') return expression;
  if (expression.kind === 'literal' && expression.value === null) return { ...expression, type };
  const cast = { kind: 'cast', child: expression, type, implicit: true } as const;
  return ansi ? { ...cast, ansi: true } : cast;
}

/** All in their common type; as they are when they have none. */
export function castToCommon(expressions: readonly Expression[], ansi: boolean): readonly Expression[] {
  const common = widestType(expressions.map(typeOf), ansi);
  return common === undefined ? expressions : expressions.map((each) => castTo(each, common, ansi));
}

/** An argument in the type that a function's line asks for. */
export function castToAccepted(expression: Expression, accepts: string, ansi: boolean): Expression {
  const from = typeOf(expression);
  if (accepts === 'any' || accepts === 'same' || from.kind === 'unknown' || expression.kind === 'lambda') {
    return expression;
  }
  if (accepts === 'num') {
    const fits = isNumeric(from) || isInterval(from) || from.kind === 'void';
    return fits ? expression : castTo(expression, DOUBLE, ansi);
  }
  const wanted = parseType(accepts);
  if (wanted === undefined || wanted.kind === from.kind || isNested(from)) return expression;
  if (wanted.kind === 'string' && from.kind === 'binary') return expression;
  if (wanted.kind === 'binary' && from.kind === 'string') return castTo(expression, wanted, ansi);
  return castTo(expression, wanted.kind === 'string' ? STRING : wanted, ansi);
}

function isNested(type: DataType): boolean {
  return type.kind === 'array' || type.kind === 'map' || type.kind === 'struct';
}

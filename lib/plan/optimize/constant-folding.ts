import type { Expression, Literal } from '../expression/expression.ts';
import { literal } from '../expression/make.ts';
import { transformUp } from '../expression/traverse.ts';
import { nullableOf } from '../expression/type-of.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';
import type { DataType } from '../types/data-type.ts';
import { isIntegral } from '../types/names.ts';
import { nodeRule } from './rule.ts';

/**
 * Computes what can be known of comparisons and null tests, so that filters that let all or nothing through are seen.
 * Source: ConstantFolding, NullPropagation.
 */
export const constantFolding = nodeRule('ConstantFolding', transformPlanUp, (plan) =>
  mapExpressions(plan, (expression) => transformUp(expression, fold)),
);

function fold(expression: Expression): Expression {
  if (expression.kind === 'cast' && expression.child.kind === 'literal' && expression.child.value === null) {
    return { kind: 'literal', value: null, type: expression.type };
  }
  if (expression.kind === 'cast' && expression.child.kind === 'literal') {
    return castLiteral(expression.child, expression.type) ?? expression;
  }
  if (expression.kind !== 'call' || expression.role !== 'scalar') return expression;
  const [left, right] = expression.args;
  switch (expression.fn) {
    case 'isnotnull':
    case 'isnull': {
      if (left === undefined || (left.kind !== 'literal' && nullableOf(left))) return expression;
      const isNull = left.kind === 'literal' && left.value === null;
      return literal(isNull === (expression.fn === 'isnull'));
    }
    case '=':
    case '<':
    case '>':
    case '<=':
    case '>=':
    case '!=':
      return left?.kind === 'literal' && right?.kind === 'literal'
        ? (compare(expression.fn, left, right) ?? expression)
        : expression;
    default:
      return expression;
  }
}

/** Casts between numbers, and of text to dates, as Spark prints their results. */
function castLiteral({ value, type: from }: Literal, type: DataType): Literal | undefined {
  if (isIntegral(from) && typeof value === 'number') {
    if (isIntegral(type)) return { kind: 'literal', value, type };
    if (type.kind === 'double' || type.kind === 'float')
      return { kind: 'literal', value: `${value}.0`, type };
    if (type.kind === 'decimal') return { kind: 'literal', value: value.toFixed(type.scale), type };
    if (type.kind === 'string') return { kind: 'literal', value: String(value), type };
  }
  if (from.kind === 'decimal' && type.kind === 'decimal' && Number.isFinite(Number(value))) {
    return { kind: 'literal', value: Number(value).toFixed(type.scale), type };
  }
  if (from.kind === 'string' && type.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) {
    return { kind: 'literal', value, type };
  }
  return undefined;
}

function compare(operator: string, left: Literal, right: Literal): Literal | undefined {
  if (left.value === null || right.value === null) return literal(null, { kind: 'boolean' });
  const [a, b] = [left.value, right.value];
  if (typeof a !== typeof b || left.type.kind !== right.type.kind) {
    if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  }
  if (typeof a === 'string' && left.type.kind !== 'string') return undefined;
  switch (operator) {
    case '=':
      return literal(a === b);
    case '!=':
      return literal(a !== b);
    case '<':
      return literal(a < b);
    case '>':
      return literal(a > b);
    case '<=':
      return literal(a <= b);
    default:
      return literal(a >= b);
  }
}

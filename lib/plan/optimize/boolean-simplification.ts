import { canonicalKey } from '../expression/canonical.ts';
import type { Expression } from '../expression/expression.ts';
import { conjunction, conjuncts, literal, or } from '../expression/make.ts';
import { isDeterministic, transformUp } from '../expression/traverse.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/**
 * Takes out of an OR what all its branches ask, so that `(k = l AND x) OR (k = l AND y)` joins by k = l; drops TRUE and
 * what stands twice. Source: BooleanSimplification.
 */
export const booleanSimplification = nodeRule('BooleanSimplification', transformPlanUp, (plan) =>
  mapExpressions(plan, (expression) => transformUp(expression, simplify)),
);

function simplify(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression;
  if (expression.fn === 'and') return simplifyAnd(expression);
  if (expression.fn === 'or') return simplifyOr(expression);
  return expression.fn === 'not' ? simplifyNot(expression) : expression;
}

function isConstant(expression: Expression, value: boolean | null): boolean {
  return expression.kind === 'literal' && expression.value === value;
}

function simplifyAnd(expression: Extract<Expression, { kind: 'call' }>): Expression {
  const [left, right] = expression.args as [Expression, Expression];
  if (isConstant(left, true)) return right;
  if (isConstant(right, true)) return left;
  if (isConstant(left, false) || isConstant(right, false)) return literal(false);
  return canonicalKey(left) === canonicalKey(right) && isDeterministic(left) ? left : expression;
}

function simplifyOr(expression: Extract<Expression, { kind: 'call' }>): Expression {
  const [left, right] = expression.args as [Expression, Expression];
  if (isConstant(left, false)) return right;
  if (isConstant(right, false)) return left;
  if (isConstant(left, true) || isConstant(right, true)) return literal(true);
  const lefts = conjuncts(left);
  const rights = conjuncts(right);
  const rightKeys = new Set(rights.map(canonicalKey));
  const common = lefts.filter((each) => rightKeys.has(canonicalKey(each)));
  if (common.length === 0) return expression;
  const keys = new Set(common.map(canonicalKey));
  const leftRest = conjunction(lefts.filter((each) => !keys.has(canonicalKey(each))));
  const rightRest = conjunction(rights.filter((each) => !keys.has(canonicalKey(each))));
  if (leftRest === undefined || rightRest === undefined) return conjunction(common)!;
  return conjunction([...common, or(leftRest, rightRest)])!;
}

const OPPOSITE: Readonly<Record<string, string>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

function simplifyNot(expression: Extract<Expression, { kind: 'call' }>): Expression {
  const child = expression.args[0]!;
  if (isConstant(child, true)) return literal(false);
  if (isConstant(child, false)) return literal(true);
  if (child.kind !== 'call') return expression;
  if (child.fn === 'not') return child.args[0]!;
  const negate = (each: Expression): Expression => simplifyNot({ ...expression, args: [each] });
  if (child.fn === 'and' || child.fn === 'or') {
    return { ...child, fn: child.fn === 'and' ? 'or' : 'and', args: child.args.map(negate) };
  }
  if (child.fn === 'isnull') return { ...child, fn: 'isnotnull' };
  if (child.fn === 'isnotnull') return { ...child, fn: 'isnull' };
  const opposite = OPPOSITE[child.fn];
  return opposite ? { ...child, fn: opposite } : expression;
}

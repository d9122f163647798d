import type { Expr } from '../syntax/ast.ts';
import { hashKey } from '../values/hash-key.ts';
import { bool, TRUE, unknown } from '../values/make.ts';
import { orderOf } from '../values/order.ts';
import { equal, truth } from '../values/truth.ts';
import type { Scope, Value } from '../values/value.ts';
import type { Run } from './run.ts';

/** `a < b <= c`: true when every link is. */
export function compare(run: Run, expr: Expr & { kind: 'compare' }, scope: Scope): Value {
  let left = run.evaluate(expr.first, scope);
  let result: Value = TRUE;
  for (const { operator, right: rightExpr } of expr.rest) {
    const right = run.evaluate(rightExpr, scope);
    const link = compareTwo(run, operator, left, right);
    if (expr.rest.length === 1) return link;
    const known = truth(link);
    if (known === false) return link;
    if (known === undefined) result = link;
    left = right;
  }
  return result;
}

function compareTwo(run: Run, operator: string, left: Value, right: Value): Value {
  if (isColumn(left) || isColumn(right)) {
    if (operator !== 'is' && operator !== 'is not' && !operator.endsWith('in')) {
      return run.binary(operator, left, right);
    }
  }
  const known = knownComparison(operator, left, right);
  return known === undefined ? unknown('a comparison that depends on the run') : bool(known);
}

function isColumn(value: Value): boolean {
  return value.kind === 'column' || value.kind === 'when';
}

function knownComparison(operator: string, left: Value, right: Value): boolean | undefined {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
    case '<>':
      return negate(equal(left, right));
    case 'is':
      return identical(left, right);
    case 'is not':
      return negate(identical(left, right));
    case 'in':
      return contains(right, left);
    case 'not in':
      return negate(contains(right, left));
    default:
      return ordered(operator, left, right);
  }
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/** Something that came from Spark or from a library is never None, though nothing else of it is known. */
function identical(left: Value, right: Value): boolean | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') {
    const none = left.kind === 'none' || right.kind === 'none';
    const framed = (left.kind === 'unknown' && left.frame) || (right.kind === 'unknown' && right.frame);
    return none && framed ? false : undefined;
  }
  if (left.kind === 'none' || right.kind === 'none') return left.kind === right.kind;
  return left === right || equal(left, right);
}

function contains(container: Value, item: Value): boolean | undefined {
  switch (container.kind) {
    case 'str':
      return item.kind === 'str' ? container.value.includes(item.value) : undefined;
    case 'list':
    case 'tuple': {
      const answers = container.items.map((each) => equal(each, item));
      if (answers.includes(true)) return true;
      return answers.includes(undefined) || (container.kind === 'list' && container.open) ? undefined : false;
    }
    case 'dict':
    case 'set': {
      const key = hashKey(item);
      if (key === undefined) return undefined;
      return container.entries.has(key) ? true : container.open ? undefined : false;
    }
    case 'range': {
      if (item.kind !== 'int') return undefined;
      const steps = (item.value - container.start) / container.step;
      const below = container.step > 0 ? item.value < container.stop : item.value > container.stop;
      return Number.isInteger(steps) && steps >= 0 && below;
    }
    default:
      return undefined;
  }
}

function ordered(operator: string, left: Value, right: Value): boolean | undefined {
  const order = orderOf(left, right);
  if (order === undefined || Number.isNaN(order)) return undefined;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return undefined;
  }
}

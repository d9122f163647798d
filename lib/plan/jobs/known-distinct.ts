import type { Expression } from '../expression/expression.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { childrenOf } from '../logical/traverse.ts';

/**
 * How many values a column can take at most, where the plan itself says so: `x % n` has n. undefined: the plan does not tell.
 * Numbers below zero, which would double it, are left out.
 */
export function knownDistinct(expression: Expression, plan: LogicalPlan): number | undefined {
  switch (expression.kind) {
    case 'literal':
      return 1;
    case 'alias':
    case 'cast':
      return knownDistinct(expression.child, plan);
    case 'call':
      return expression.fn === '%' ? remainders(expression.args[1]) : undefined;
    case 'attribute':
      return ofColumn(expression.id, plan);
    default:
      return undefined;
  }
}

function remainders(divisor: Expression | undefined): number | undefined {
  if (divisor?.kind === 'cast') return remainders(divisor.child);
  return divisor?.kind === 'literal' && typeof divisor.value === 'number'
    ? Math.abs(divisor.value)
    : undefined;
}

function ofColumn(id: number, plan: LogicalPlan): number | undefined {
  if (plan.kind === 'Project' || plan.kind === 'Aggregate') {
    const named = plan.list.find((each) => each.id === id);
    if (named?.kind === 'alias')
      return isCount(named.child) ? counts(plan) : knownDistinct(named.child, plan.child);
    return named === undefined ? undefined : ofColumn(id, plan.child);
  }
  const child = childrenOf(plan).find((each) => outputOf(each).some((attribute) => attribute.id === id));
  return child === undefined ? undefined : ofColumn(id, child);
}

function isCount(expression: Expression): boolean {
  return expression.kind === 'call' && expression.fn === 'count';
}

/** Rows over the remainders of a range's ids lie as evenly as they can: groups differ by one row at most. */
function counts(plan: Extract<LogicalPlan, { kind: 'Project' | 'Aggregate' }>): number | undefined {
  if (
    plan.kind !== 'Aggregate' ||
    !plan.grouping.every((key) => knownDistinct(key, plan.child) !== undefined)
  )
    return undefined;
  return standsOnRange(plan.child) ? 2 : undefined;
}

function standsOnRange(plan: LogicalPlan): boolean {
  return plan.kind === 'Range' || (plan.kind === 'Project' && standsOnRange(plan.child));
}

import type { Call, Expression } from '#lib/plan/expression/expression.ts';
import { references } from '#lib/plan/expression/traverse.ts';
import type { Join } from '#lib/plan/logical/logical-plan.ts';
import { outputOf } from '#lib/plan/logical/output.ts';
import { maxRows } from '#lib/plan/optimize/max-rows.ts';
import type { RuleContext } from '../context.ts';
import type { PlannedAction } from '../planned-action.ts';
import { isSmall, nodesOf } from './plans.ts';

/**
 * The joins that Spark runs, after the optimizer. Where a side’s columns are not known, nobody can say which side a name in
 * the condition belongs to: such joins are left out.
 */
export function* joinsOfAll(
  context: RuleContext,
  withOpen = false,
): Generator<{ readonly action: PlannedAction; readonly join: Join }> {
  for (const action of context.actions)
    for (const join of nodesOf(action.optimized, true))
      if (join.kind === 'Join' && (withOpen || !hasOpenSide(join))) yield { action, join };
}

/** Whether some source below has columns that nobody told. */
export function hasOpenSide(join: Join): boolean {
  return nodesOf(join, true).some(
    (node) => (node.kind === 'Relation' && node.open === true) || node.kind === 'Opaque',
  );
}

/** One row on a side, such as a total: then every row meets just that one. */
export function hasOneRowSide(join: Join): boolean {
  return [join.left, join.right].some((side) => (maxRows(side) ?? 2) <= 1);
}

export function smallSide(join: Join): 'left' | 'right' | undefined {
  if (isSmall(join.right)) return 'right';
  return isSmall(join.left) ? 'left' : undefined;
}

/** `a = b` with a column of each side. */
export function isAcross(expression: Expression, join: Join): expression is Call {
  if (expression.kind !== 'call' || (expression.fn !== '=' && expression.fn !== '<=>')) return false;
  const [left, right] = [idsOf(join.left), idsOf(join.right)];
  const [a, b] = expression.args.map((arg) => references(arg));
  if (!a || !b || a.size === 0 || b.size === 0) return false;
  const only = (ids: ReadonlySet<number>, side: ReadonlySet<number>) => [...ids].every((id) => side.has(id));
  return (only(a, left) && only(b, right)) || (only(a, right) && only(b, left));
}

function idsOf(plan: Join['left']): ReadonlySet<number> {
  return new Set(outputOf(plan).map(({ id }) => id));
}

/** Operands of `and`, or of `or`, however they are bracketed. */
export function operandsBy(expression: Expression, fn: 'and' | 'or'): readonly Expression[] {
  return expression.kind === 'call' && expression.fn === fn
    ? expression.args.flatMap((arg) => operandsBy(arg, fn))
    : [expression];
}

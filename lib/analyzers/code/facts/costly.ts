import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf, expressionsOf } from '#lib/plan/logical/traverse.ts';
import { hasPythonUdf } from '#lib/plan/optimize/expression-traits.ts';

/** Work that is worth keeping: rows were moved, or went through Python. Reading and filtering is not. */
const COSTLY: ReadonlySet<LogicalPlan['kind']> = new Set([
  'Join',
  'Aggregate',
  'Window',
  'Distinct',
  'Deduplicate',
  'Intersect',
  'Except',
  'RepartitionByExpression',
  'PythonMap',
  'PythonGroupMap',
  'PythonCogroupMap',
]);

const costly = new WeakMap<LogicalPlan, boolean>();

/** Whether something in the plan moves rows or runs Python. */
export function isCostly(plan: LogicalPlan): boolean {
  const known = costly.get(plan);
  if (known !== undefined) return known;
  const found =
    COSTLY.has(plan.kind) ||
    (plan.kind === 'Sort' && plan.global) ||
    (plan.kind === 'Repartition' && plan.shuffle) ||
    expressionsOf(plan).some(hasPythonUdf) ||
    childrenOf(plan).some(isCostly);
  costly.set(plan, found);
  return found;
}

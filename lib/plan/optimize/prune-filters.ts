import { conjunction, conjuncts } from '../expression/make.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** A filter that lets everything through goes, one that lets nothing through empties the plan. Source: PruneFilters. */
export const pruneFilters = nodeRule('PruneFilters', transformPlanDown, (plan, context) => {
  if (plan.kind !== 'Filter') return plan;
  const conditions = conjuncts(plan.condition);
  const never = conditions.some(
    (each) => each.kind === 'literal' && (each.value === false || each.value === null),
  );
  if (never) {
    context.note('PruneFilters', plan.at, 'the filter can be true for no row: nothing is read');
    return { kind: 'EmptyRelation', at: plan.at, output: outputOf(plan) };
  }
  const kept = conditions.filter((each) => !(each.kind === 'literal' && each.value === true));
  if (kept.length === conditions.length) return plan;
  const condition = conjunction(kept);
  return condition === undefined ? plan.child : { ...plan, condition };
});

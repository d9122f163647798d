import { transformPlanDown } from '../logical/traverse.ts';
import { combineFilters } from './combine-filters.ts';
import { pushFilterThroughJoin, pushJoinCondition } from './push-predicate-through-join.ts';
import { pushPredicateThroughNonJoin } from './push-predicate-through-non-join.ts';
import { nodeRule } from './rule.ts';

/** Source: PushDownPredicates, which is CombineFilters, PushPredicateThroughNonJoin and PushPredicateThroughJoin. */
export const pushDownPredicates = nodeRule('PushDownPredicates', transformPlanDown, (plan) => {
  if (plan.kind === 'Join') return pushJoinCondition(plan);
  if (plan.kind !== 'Filter') return plan;
  const combined = combineFilters(plan);
  if (combined.kind !== 'Filter') return combined;
  const through = pushPredicateThroughNonJoin(combined);
  if (through !== combined || combined.child.kind !== 'Join') return through;
  return pushFilterThroughJoin(combined, combined.child);
});

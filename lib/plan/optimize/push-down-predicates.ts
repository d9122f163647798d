import type { Join, LogicalPlan } from '../logical/logical-plan.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { combineFilters } from './combine-filters.ts';
import { pushFilterThroughJoin, pushJoinCondition } from './push-predicate-through-join.ts';
import { pushPredicateThroughNonJoin } from './push-predicate-through-non-join.ts';
import { nodeRule } from './rule.ts';

const NAME = 'PushDownPredicates';

/** What a filter is now done before, where that saves rows on the way; under a projection it saves none. */
const BEFORE: Partial<Record<LogicalPlan['kind'], string>> = {
  Aggregate: 'the grouping',
  Window: 'the window',
  Union: 'the union, in each input',
  Distinct: 'the distinct',
  Repartition: 'the shuffle',
  RepartitionByExpression: 'the shuffle',
  Sort: 'the sort',
};

/** Source: PushDownPredicates, which is CombineFilters, PushPredicateThroughNonJoin and PushPredicateThroughJoin. */
export const pushDownPredicates = nodeRule(NAME, transformPlanDown, (plan, context) => {
  if (plan.kind === 'Join') return pushJoinCondition(plan);
  if (plan.kind !== 'Filter') return plan;
  const combined = combineFilters(plan);
  if (combined.kind !== 'Filter') return combined;
  const { child } = combined;
  if (child.kind === 'Join') {
    const pushed = pushFilterThroughJoin(combined, child);
    if (pushed !== combined) context.note(NAME, plan.at, whereInJoin(child, pushed));
    return pushed;
  }
  const pushed = pushPredicateThroughNonJoin(combined);
  const before = BEFORE[child.kind];
  if (pushed !== combined && before !== undefined)
    context.note(NAME, plan.at, `the filter is done before ${before}`);
  return pushed;
});

function whereInJoin(join: Join, pushed: LogicalPlan): string {
  const after = pushed.kind === 'Filter' ? pushed.child : pushed;
  const isCondition = after.kind === 'Join' && after.left === join.left && after.right === join.right;
  return isCondition
    ? 'the filter becomes the condition of the join'
    : 'the filter is done before the join, in the input that has its columns';
}

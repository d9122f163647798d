import type { Expression } from '../expression/expression.ts';
import { isAggregate } from '../expression/make.ts';
import { collect, isDeterministic, referencesOf, some } from '../expression/traverse.ts';
import type { Aggregate } from '../logical/logical-plan.ts';
import { expressionsOf, transformPlanUp } from '../logical/traverse.ts';
import { distinctKeys } from './distinct-keys.ts';
import { isDuplicateAgnostic } from './eliminate-distinct.ts';
import { isGroupOnly } from './group-only.ts';
import { isSubset } from './inner-joins.ts';
import { nodeRule } from './rule.ts';

const NAME = 'RemoveRedundantAggregates';

/** Grouping what is unique already, or what is grouped again above, is left out. Source: RemoveRedundantAggregates. */
export const removeRedundantAggregates = nodeRule(NAME, transformPlanUp, (plan, context) => {
  if (plan.kind !== 'Aggregate') return plan;
  const lower = plan.child;
  if (lower.kind === 'Aggregate' && isLowerRedundant(plan, lower)) {
    context.note(NAME, lower.at, 'grouped again above without counting rows: this aggregate goes');
    const read = referencesOf(expressionsOf(plan));
    const list = lower.list.filter((named) => read.has(named.id));
    return { ...plan, child: { kind: 'Project', at: lower.at, list, child: lower.child } };
  }
  if (!isGroupOnly(plan) || !plan.grouping.every((key) => key.kind === 'attribute')) return plan;
  const keys = referencesOf(plan.grouping);
  if (!distinctKeys(plan.child).some((unique) => isSubset(unique, keys))) return plan;
  context.note(NAME, plan.at, 'the rows are unique already: no distinct is needed');
  return { kind: 'Project', at: plan.at, list: plan.list, child: plan.child };
});

function isLowerRedundant(upper: Aggregate, lower: Aggregate): boolean {
  const aggregates = upper.list.flatMap((named) =>
    collect(named, (part): part is Expression => isAggregate(part)),
  );
  const insensitive = aggregates.every(
    (part) => part.kind === 'call' && (part.distinct === true || isDuplicateAgnostic(part)),
  );
  if (!insensitive || lower.grouping.length === 0) return false;
  const plain = lower.list.filter((named) => isDeterministic(named) && !some(named, isAggregate));
  return isSubset(referencesOf(expressionsOf(upper)), new Set(plain.map((named) => named.id)));
}

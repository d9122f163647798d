import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** distinct() is an aggregate by all columns. Source: ReplaceDistinctWithAggregate. */
export const replaceDistinctWithAggregate = nodeRule(
  'ReplaceDistinctWithAggregate',
  transformPlanUp,
  (plan, context) => {
    if (plan.kind !== 'Distinct') return plan;
    const output = outputOf(plan.child);
    context.note('ReplaceDistinctWithAggregate', plan.at, 'distinct runs as an aggregate by every column');
    return { kind: 'Aggregate', at: plan.at, grouping: output, list: output, child: plan.child };
  },
);

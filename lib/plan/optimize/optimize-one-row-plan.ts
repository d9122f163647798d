import { transformPlanUp } from '../logical/traverse.ts';
import { isGroupOnly } from './group-only.ts';
import { maxRows, maxRowsPerPartition } from './max-rows.ts';
import { nodeRule } from './rule.ts';

/** One row needs no sorting and no grouping. Source: OptimizeOneRowPlan. */
export const optimizeOneRowPlan = nodeRule('OptimizeOneRowPlan', transformPlanUp, (plan, context) => {
  if (plan.kind === 'Sort') {
    const most = plan.global ? maxRows(plan.child) : maxRowsPerPartition(plan.child);
    if (most === undefined || most > 1) return plan;
    context.note('OptimizeOneRowPlan', plan.at, 'there is at most one row: nothing is sorted');
    return plan.child;
  }
  if (plan.kind === 'Aggregate' && isGroupOnly(plan) && (maxRows(plan.child) ?? 2) <= 1) {
    return { kind: 'Project', at: plan.at, list: plan.list, child: plan.child };
  }
  return plan;
});

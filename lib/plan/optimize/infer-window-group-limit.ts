import { count } from '../conf.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { maxRows } from './max-rows.ts';
import { rankLimit } from './rank-limit.ts';
import { nodeRule } from './rule.ts';

const NAME = 'InferWindowGroupLimit';

/**
 * The first n rows by row_number over everything are a sort with a limit. Over groups the planner cuts each group before
 * the shuffle. Source: InferWindowGroupLimit, LimitPushDownThroughWindow.
 */
export const inferWindowGroupLimit = nodeRule(NAME, transformPlanDown, (plan, context) => {
  if (plan.kind !== 'Filter' || plan.child.kind !== 'Window') return plan;
  const window = plan.child;
  const rank = rankLimit(plan, window);
  if (
    rank === undefined ||
    rank.limit > count(context.settings, 'spark.sql.optimizer.windowGroupLimitThreshold', 1000)
  ) {
    return plan;
  }
  if ((maxRows(window.child) ?? Number.POSITIVE_INFINITY) <= rank.limit) return plan;
  if (rank.limit <= 0) return { kind: 'EmptyRelation', at: plan.at, output: outputOf(plan) };
  if (rank.fn !== 'row_number' || window.partitionBy.length > 0) return plan;
  context.note(NAME, window.at, `only ${rank.limit} rows are asked for: the first ones of a sort`);
  const sort = {
    kind: 'Sort' as const,
    at: window.at,
    order: window.orderBy,
    global: true,
    child: window.child,
  };
  const local = { kind: 'LocalLimit' as const, at: plan.at, limit: rank.limit, child: sort };
  const child = { kind: 'GlobalLimit' as const, at: plan.at, limit: rank.limit, child: local };
  return { ...plan, child: { ...window, child } };
});

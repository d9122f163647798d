import { count } from '../conf.ts';
import type { LogicalPlan, Sort } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { LimitExec, PhysicalPlan } from './physical-plan.ts';
import type { PlannerContext } from './planner-context.ts';

interface Cut {
  readonly limit: number | undefined;
  readonly offset: number;
  readonly child: LogicalPlan;
}

/**
 * A limit over a sort keeps the first rows of each partition and merges them, without a shuffle of all rows; a limit that
 * the answer is collected through reads partitions only as long as it needs rows. Source: SpecialLimits.
 */
export function planSpecialLimit(
  plan: LogicalPlan,
  context: PlannerContext,
  isRoot: boolean,
): PhysicalPlan | undefined {
  if (plan.kind === 'Tail' && isRoot) {
    return limit('CollectTail', plan, { limit: plan.limit, offset: 0, child: plan.child }, context);
  }
  const cut = cutOf(plan);
  if (cut === undefined) return undefined;
  const sorted = sortUnder(cut.child);
  const most = count(context.settings, 'spark.sql.execution.topKSortFallbackThreshold', 2147483632);
  if (sorted && cut.limit !== undefined && cut.limit < most) {
    return {
      kind: 'TakeOrderedAndProject',
      at: plan.at,
      output: outputOf(plan),
      logical: plan,
      limit: cut.limit,
      offset: cut.offset,
      order: sorted.sort.order,
      list: sorted.list,
      child: context.plan(sorted.sort.child),
    };
  }
  return isRoot ? limit('CollectLimit', plan, cut, context) : undefined;
}

/** Limit and offset in either order, as one (LimitAndOffset, OffsetAndLimit, Limit, Offset). */
function cutOf(plan: LogicalPlan): Cut | undefined {
  if (plan.kind === 'GlobalLimit' && plan.child.kind === 'LocalLimit') {
    const under = plan.child.child;
    if (under.kind === 'Offset') return { limit: plan.limit, offset: under.offset ?? 0, child: under.child };
    return { limit: plan.limit, offset: 0, child: under };
  }
  if (plan.kind === 'GlobalLimit' && plan.child.kind === 'Offset') {
    // The local limit was pushed through the offset.
    const under = plan.child.child.kind === 'LocalLimit' ? plan.child.child.child : plan.child.child;
    const offset = plan.child.offset ?? 0;
    return { limit: plan.limit === undefined ? undefined : plan.limit + offset, offset, child: under };
  }
  if (plan.kind === 'Offset') {
    const inner = plan.child;
    if (inner.kind === 'GlobalLimit' && inner.child.kind === 'LocalLimit') {
      return { limit: inner.limit, offset: plan.offset ?? 0, child: inner.child.child };
    }
    return { limit: undefined, offset: plan.offset ?? 0, child: inner };
  }
  return undefined;
}

function sortUnder(plan: LogicalPlan) {
  if (plan.kind === 'Sort' && plan.global) return { sort: plan, list: outputOf(plan) };
  if (plan.kind === 'Project' && plan.child.kind === 'Sort' && plan.child.global) {
    return { sort: plan.child as Sort, list: plan.list };
  }
  return undefined;
}

function limit(
  operator: LimitExec['operator'],
  plan: LogicalPlan,
  cut: Cut,
  context: PlannerContext,
): LimitExec {
  return {
    kind: 'Limit',
    operator,
    at: plan.at,
    output: outputOf(plan),
    logical: plan,
    limit: cut.limit,
    offset: cut.offset,
    child: context.plan(cut.child),
  };
}

/** Limits within a plan. */
export function planLimit(
  plan: Extract<LogicalPlan, { kind: 'GlobalLimit' | 'LocalLimit' | 'Offset' | 'Tail' }>,
  context: PlannerContext,
): PhysicalPlan {
  const operator = plan.kind === 'LocalLimit' ? 'LocalLimit' : 'GlobalLimit';
  const most = plan.kind === 'Offset' ? undefined : plan.limit;
  const offset = plan.kind === 'Offset' ? (plan.offset ?? 0) : 0;
  return limit(operator, plan, { limit: most, offset, child: plan.child }, context);
}

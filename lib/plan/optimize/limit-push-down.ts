import type { GlobalLimit, LocalLimit, LogicalPlan } from '../logical/logical-plan.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { isGroupOnly } from './group-only.ts';
import { isInnerLike } from './inner-joins.ts';
import { maxRows, maxRowsPerPartition } from './max-rows.ts';
import { nodeRule } from './rule.ts';

/** Takes no more rows than needed from the inputs of unions and outer joins. Source: LimitPushDown. */
export const limitPushDown = nodeRule('LimitPushDown', transformPlanDown, (plan, context) => {
  if (plan.kind === 'GlobalLimit') {
    const changed = oneGroup(plan);
    if (changed !== plan)
      context.note('LimitPushDown', plan.at, 'one row of a distinct is one row: nothing is grouped');
    return changed;
  }
  if (plan.kind !== 'LocalLimit' || plan.limit === undefined) return plan;
  const changed = pushed(plan, plan.limit);
  if (changed !== plan)
    context.note('LimitPushDown', plan.at, `no more than ${plan.limit} rows are taken of each input`);
  return changed;
});

function pushed(plan: LocalLimit, limit: number): LogicalPlan {
  const child = plan.child;
  switch (child.kind) {
    case 'Union': {
      const children = child.children.map((input) => maybeLimit(input, limit, plan.at));
      return children.every((input, i) => input === child.children[i])
        ? plan
        : { ...plan, child: { ...child, children } };
    }
    case 'Join': {
      const join = throughJoin(child, limit, plan.at);
      return join === child ? plan : { ...plan, child: join };
    }
    case 'Project': {
      if (child.child.kind !== 'Join') return plan;
      const join = throughJoin(child.child, limit, plan.at);
      return join === child.child ? plan : { ...plan, child: { ...child, child: join } };
    }
    case 'Offset':
      if (child.offset === undefined) return plan;
      return { ...child, child: { ...plan, limit: limit + child.offset, child: child.child } };
    default:
      return plan;
  }
}

function throughJoin(
  join: Extract<LogicalPlan, { kind: 'Join' }>,
  limit: number,
  at: number | undefined,
): LogicalPlan {
  switch (join.joinType) {
    case 'RightOuter':
    case 'LeftOuter': {
      const side = join.joinType === 'LeftOuter' ? 'left' : 'right';
      const input = maybeLimit(join[side], limit, at);
      return input === join[side] ? join : { ...join, [side]: input };
    }
    case 'LeftSemi':
    case 'LeftAnti': {
      if (join.condition !== undefined) return join;
      const left = maybeLimit(join.left, limit, at);
      const right = maybeLimit(join.right, 1, at);
      return left === join.left && right === join.right ? join : { ...join, left, right };
    }
    default: {
      if (!isInnerLike(join.joinType) || join.condition !== undefined) return join;
      const left = maybeLimit(join.left, limit, at);
      const right = maybeLimit(join.right, limit, at);
      return left === join.left && right === join.right ? join : { ...join, left, right };
    }
  }
}

function maybeLimit(plan: LogicalPlan, limit: number, at: number | undefined): LogicalPlan {
  const inside = plan.kind === 'LocalLimit' ? plan.limit : undefined;
  if (inside !== undefined && inside <= limit) return plan;
  const most = maxRowsPerPartition(plan) ?? maxRows(plan);
  return most !== undefined && most <= limit ? plan : { kind: 'LocalLimit', at, limit, child: plan };
}

/** LIMIT 1 over a distinct turns the distinct into a projection. */
function oneGroup(plan: GlobalLimit): LogicalPlan {
  const local = plan.child;
  if (plan.limit !== 1 || local.kind !== 'LocalLimit') return plan;
  const over = local.child.kind === 'Project' ? local.child : undefined;
  const aggregate = over ? over.child : local.child;
  if (aggregate.kind !== 'Aggregate' || !isGroupOnly(aggregate)) return plan;
  const project: LogicalPlan = {
    kind: 'Project',
    at: aggregate.at,
    list: aggregate.list,
    child: { ...local, child: aggregate.child },
  };
  return { ...plan, child: { ...local, child: over ? { ...over, child: project } : project } };
}

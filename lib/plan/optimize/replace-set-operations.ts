import { conjunction, nullSafeEqual } from '../expression/make.ts';
import type { LogicalPlan, SetOperation } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/**
 * INTERSECT keeps the distinct left rows that have an equal one on the right: a semi join, then distinct; EXCEPT those
 * that have none: an anti join. Nulls count as equal. Source: ReplaceIntersectWithSemiJoin, ReplaceExceptWithAntiJoin.
 */
export const replaceSetOperations = nodeRule(
  'ReplaceIntersectWithSemiJoin',
  transformPlanUp,
  (plan, context) => {
    if ((plan.kind !== 'Intersect' && plan.kind !== 'Except') || plan.all) return plan;
    const rule = plan.kind === 'Intersect' ? 'ReplaceIntersectWithSemiJoin' : 'ReplaceExceptWithAntiJoin';
    context.note(rule, plan.at, 'runs as a null-safe join on all columns, then a distinct');
    return replaced(plan);
  },
);

function replaced(plan: SetOperation): LogicalPlan {
  const right = outputOf(plan.right);
  const equal = outputOf(plan.left).map((column, i) => nullSafeEqual(column, right[i] ?? column));
  return {
    kind: 'Distinct',
    at: plan.at,
    child: {
      kind: 'Join',
      at: plan.at,
      left: plan.left,
      right: plan.right,
      joinType: plan.kind === 'Intersect' ? 'LeftSemi' : 'LeftAnti',
      condition: conjunction(equal),
    },
  };
}

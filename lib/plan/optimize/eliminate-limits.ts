import { transformPlanDown } from '../logical/traverse.ts';
import { maxRows } from './max-rows.ts';
import { nodeRule } from './rule.ts';

/** A limit that cannot cut anything goes; two limits are the smaller one. Source: EliminateLimits, EliminateOffsets. */
export const eliminateLimits = nodeRule('EliminateLimits', transformPlanDown, (plan, context) => {
  if (plan.kind === 'Offset' && plan.offset === 0) return plan.child;
  if (plan.kind !== 'GlobalLimit' && plan.kind !== 'LocalLimit') return plan;
  if (plan.limit === undefined) return plan;
  const under =
    plan.kind === 'GlobalLimit' && plan.child.kind === 'LocalLimit' ? plan.child.child : plan.child;
  const most = maxRows(under);
  if (most !== undefined && most <= plan.limit) {
    context.note(
      'EliminateLimits',
      plan.at,
      `the limit of ${plan.limit} goes: there are at most ${most} rows`,
    );
    return under;
  }
  if (plan.kind === 'GlobalLimit') {
    // GlobalLimit(LocalLimit(GlobalLimit(LocalLimit))), as limit under limit is analyzed.
    const inner = plan.child.kind === 'LocalLimit' ? plan.child.child : plan.child;
    if (inner.kind === 'GlobalLimit' && inner.limit !== undefined) {
      const limit = Math.min(plan.limit, inner.limit);
      const child = inner.child.kind === 'LocalLimit' ? { ...inner.child, limit } : inner.child;
      return { ...inner, limit, child };
    }
  }
  if (plan.kind === 'LocalLimit' && plan.child.kind === 'LocalLimit' && plan.child.limit !== undefined) {
    return { ...plan.child, limit: Math.min(plan.limit, plan.child.limit) };
  }
  return plan;
});

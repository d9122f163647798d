import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

/** A projection to the same columns does nothing. Source: RemoveNoopOperators. */
export const removeNoopOperators = nodeRule('RemoveNoopOperators', transformPlanUp, (plan): LogicalPlan => {
  if (plan.kind === 'Window' && plan.list.length === 0) return plan.child;
  if (plan.kind !== 'Project') return plan;
  const child = outputOf(plan.child);
  const same =
    plan.list.length === child.length &&
    plan.list.every((named, i) => named.kind === 'attribute' && named.id === child[i]!.id);
  return same ? plan.child : plan;
});

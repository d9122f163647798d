import { transformPlanDown } from '../logical/traverse.ts';
import { isFoldable } from './fold.ts';
import { nodeRule } from './rule.ts';

/** Repartitioning by constants gives one partition. Source: OptimizeRepartition. */
export const optimizeRepartition = nodeRule('OptimizeRepartition', transformPlanDown, (plan, context) => {
  if (plan.kind !== 'RepartitionByExpression' || plan.by === 'rebalance') return plan;
  if (plan.keys.length === 0 || plan.partitions !== undefined) return plan;
  if (!plan.keys.every((key) => isFoldable(key.kind === 'sort-order' ? key.child : key))) return plan;
  context.note('OptimizeRepartition', plan.at, 'the keys are constants: one partition');
  return { ...plan, partitions: 1 };
});

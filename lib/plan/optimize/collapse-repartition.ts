import { transformPlanUp } from '../logical/traverse.ts';
import { nodeRule } from './rule.ts';

const NAME = 'CollapseRepartition';

/** Of adjacent repartitions only the last counts; a repartition by key over a sort drops the sort. Source: CollapseRepartition. */
export const collapseRepartition = nodeRule(NAME, transformPlanUp, (plan, context) => {
  if (plan.kind === 'Repartition') {
    const child = plan.child;
    if (
      child.kind !== 'Repartition' &&
      !(child.kind === 'RepartitionByExpression' && child.by !== 'rebalance')
    ) {
      return plan;
    }
    const shuffles = child.kind === 'RepartitionByExpression' || child.shuffle;
    if (!plan.shuffle && shuffles) {
      const enough =
        child.partitions !== undefined &&
        plan.partitions !== undefined &&
        plan.partitions >= child.partitions;
      if (enough) context.note(NAME, plan.at, 'coalesce to more partitions than there are does nothing');
      return enough ? child : plan;
    }
    context.note(NAME, child.at, 'this repartition goes: the next one deals the rows out anew');
    return { ...plan, child: child.child };
  }
  if (plan.kind !== 'RepartitionByExpression') return plan;
  const child = plan.child;
  const drops =
    (child.kind === 'Sort' && (child.global || plan.by === 'rebalance')) ||
    child.kind === 'Repartition' ||
    (child.kind === 'RepartitionByExpression' && (plan.by === 'rebalance' || child.by !== 'rebalance'));
  if (!drops) return plan;
  context.note(NAME, child.at, 'goes: the repartition above it deals the rows out anew');
  return { ...plan, child: child.child };
});

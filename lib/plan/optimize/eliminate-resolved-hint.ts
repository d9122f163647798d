import type { JoinHint, JoinStrategyHint, LogicalPlan } from '../logical/logical-plan.ts';
import { childrenOf, mapChildren, transformPlanUp } from '../logical/traverse.ts';
import type { Rule } from './rule.ts';

/**
 * A hint belongs to the first join above it, through any operators with one input; the outermost of several wins.
 * Source: EliminateResolvedHint.
 */
export const eliminateResolvedHint: Rule = {
  name: 'EliminateResolvedHint',
  apply(plan, context) {
    const pulled = transformPlanUp(plan, (node) => {
      if (node.kind !== 'Join') return node;
      const left = extract(node.left);
      const right = extract(node.right);
      if (left.hint === undefined && right.hint === undefined) return node;
      context.note('EliminateResolvedHint', node.at, `the join gets the hint ${left.hint ?? right.hint}`);
      const leftHint = node.leftHint ?? left.hint;
      const rightHint = node.rightHint ?? right.hint;
      return {
        ...node,
        left: left.plan,
        right: right.plan,
        ...(leftHint && { leftHint }),
        ...(rightHint && { rightHint }),
      };
    });
    return transformPlanUp(pulled, (node) => (node.kind === 'JoinHint' ? (node as JoinHint).child : node));
  },
};

interface Extracted {
  readonly plan: LogicalPlan;
  readonly hint: JoinStrategyHint | undefined;
}

function extract(plan: LogicalPlan): Extracted {
  if (plan.kind === 'JoinHint') {
    const below = extract(plan.child);
    return { plan: below.plan, hint: plan.hint };
  }
  if (plan.kind === 'Intersect' || plan.kind === 'Except') {
    const below = extract(plan.left);
    return below.hint === undefined
      ? { plan, hint: undefined }
      : { plan: { ...plan, left: below.plan }, hint: below.hint };
  }
  if (childrenOf(plan).length !== 1 || plan.kind === 'Union') return { plan, hint: undefined };
  const below = extract(childrenOf(plan)[0]!);
  return { plan: below.hint === undefined ? plan : mapChildren(plan, () => below.plan), hint: below.hint };
}

import { references } from '../expression/traverse.ts';
import { transformPlanDown } from '../logical/traverse.ts';
import { idsOf, isInnerLike, isSubset } from './inner-joins.ts';
import { isSemiAnti } from './push-down-left-semi-anti-join.ts';
import { nodeRule } from './rule.ts';

/** A semi or anti join over another join goes to the side that it reads. Source: PushLeftSemiLeftAntiThroughJoin. */
export const pushLeftSemiAntiThroughJoin = nodeRule(
  'PushLeftSemiLeftAntiThroughJoin',
  transformPlanDown,
  (plan) => {
    if (plan.kind !== 'Join' || !isSemiAnti(plan.joinType) || plan.left.kind !== 'Join') return plan;
    const below = plan.left;
    const read = new Set(
      [...(plan.condition ? references(plan.condition) : [])].filter((id) => !idsOf(plan.right).has(id)),
    );
    const inner = isInnerLike(below.joinType);
    if ((inner || below.joinType === 'LeftOuter') && isSubset(read, idsOf(below.left))) {
      return { ...below, left: { ...plan, left: below.left } };
    }
    if ((inner || below.joinType === 'RightOuter') && read.size > 0 && isSubset(read, idsOf(below.right))) {
      return { ...below, right: { ...plan, left: below.right } };
    }
    return plan;
  },
);

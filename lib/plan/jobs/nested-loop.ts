import type { CrossExec, PhysicalPlan } from '../physical/physical-plan.ts';

/**
 * A nested-loop join that must give the rows of its broadcast side too gathers in one more stage which of them were met,
 * and gives the others in one more partition (BroadcastNestedLoopJoinExec.defaultJoin).
 */
export function keepsBroadcastSide(plan: PhysicalPlan): plan is CrossExec {
  if (plan.kind !== 'Cross' || plan.operator !== 'BroadcastNestedLoopJoin') return false;
  if (plan.joinType === 'FullOuter') return true;
  return (
    (plan.buildSide === 'left' &&
      ['LeftOuter', 'LeftSemi', 'LeftAnti', 'ExistenceJoin'].includes(plan.joinType)) ||
    (plan.buildSide === 'right' && plan.joinType === 'RightOuter')
  );
}

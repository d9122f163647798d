import { broadcastThreshold } from '../conf.ts';
import type { Join, JoinType } from '../logical/logical-plan.ts';
import type { PlanSettings } from '../settings.ts';
import { extractEquiJoinKeys } from './equi-join-keys.ts';
import { sizeInBytes } from './size-in-bytes.ts';

/** Sides that a join type lets be broadcast (JoinSelectionHelper.canBuildBroadcastLeft and -Right). */
export function canBuildBroadcast(joinType: JoinType, side: 'left' | 'right'): boolean {
  return side === 'left'
    ? joinType === 'Inner' || joinType === 'Cross' || joinType === 'RightOuter'
    : joinType !== 'RightOuter' && joinType !== 'FullOuter';
}

/** Sides that a join type lets be put into a hash table after a shuffle (canBuildShuffledHashJoinLeft and -Right). */
export function canBuildShuffledHash(joinType: JoinType, side: 'left' | 'right'): boolean {
  return side === 'right' || !['LeftSemi', 'LeftAnti', 'ExistenceJoin'].includes(joinType);
}

/** JoinSelectionHelper.canPlanAsBroadcastHashJoin */
export function canBroadcastAsHashJoin(join: Join, settings: PlanSettings): boolean {
  if (extractEquiJoinKeys(join) === undefined) return false;
  const fits = (side: 'left' | 'right') => {
    if (!canBuildBroadcast(join.joinType, side)) return false;
    const hint = side === 'left' ? join.leftHint : join.rightHint;
    return hint === 'BROADCAST' || sizeInBytes(join[side]) <= broadcastThreshold(settings);
  };
  return fits('left') || fits('right');
}

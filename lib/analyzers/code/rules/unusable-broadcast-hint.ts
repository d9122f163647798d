import { canBuildBroadcast } from '#lib/plan/optimize/can-broadcast.ts';
import { extractEquiJoinKeys } from '#lib/plan/optimize/equi-join-keys.ts';
import { joinsOfAll } from '../facts/joins.ts';
import type { Rule } from '../rule.ts';

const NAMES: Readonly<Record<string, string>> = {
  LeftOuter: 'left outer',
  RightOuter: 'right outer',
  FullOuter: 'full outer',
  LeftSemi: 'left semi',
  LeftAnti: 'left anti',
};

export const unusableBroadcastHint: Rule = {
  id: 'JON-06',
  name: 'unusable-broadcast-hint',
  title: 'a broadcast hint on the side that cannot be broadcast',
  severity: 'high',
  evidence: 'C',
  why: 'The side whose rows an outer join keeps has to stay where it is: Spark passes over the hint, and both sides are shuffled.',
  notWhen: 'Never of use there.',
  options: [
    {
      action: 'Put the hint on the other side, if that one is small.',
      trade_off: 'It has to fit into the driver’s memory and that of each executor.',
      avoid_when: 'It is large; then leave out the hint.',
    },
    {
      action: 'An inner join, where unmatched rows are not needed.',
      trade_off: 'They are gone.',
      avoid_when: 'They count.',
    },
  ],
  *check(context) {
    for (const { join } of joinsOfAll(context, true)) {
      const where = context.place(join.at);
      if (!where || extractEquiJoinKeys(join) === undefined) continue;
      for (const side of ['left', 'right'] as const) {
        const hint = side === 'left' ? join.leftHint : join.rightHint;
        if (hint !== 'BROADCAST' || canBuildBroadcast(join.joinType, side)) continue;
        yield {
          where,
          message: `the ${side} side is marked for broadcast, which a ${NAMES[join.joinType] ?? join.joinType} join cannot do with it`,
          confidence: 'high',
          whyConfidence: 'Spark’s own rule for this join type, which the optimized plan still has',
        };
      }
    }
  },
};

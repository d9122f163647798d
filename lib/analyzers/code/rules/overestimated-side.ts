import { broadcastThreshold } from '#lib/plan/conf.ts';
import { canBuildBroadcast } from '#lib/plan/optimize/can-broadcast.ts';
import { sizeInBytes } from '#lib/plan/optimize/size-in-bytes.ts';
import { isSmall, nodesOf } from '../facts/plans.ts';
import { sizeText } from '../facts/results.ts';
import { operatorsOfAll } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const overestimatedSide: Rule = {
  id: 'JON-05',
  name: 'overestimated-side',
  title: 'a small side of a join that Spark takes for a large one',
  severity: 'medium',
  evidence: 'C+',
  why: 'Spark multiplies sizes at each join and lets filters shrink nothing, so that it shuffles both sides for a side that could be broadcast.',
  notWhen: 'Adaptive execution changes the join when it sees the size, and the shuffle before that is small.',
  options: [
    {
      action: 'F.broadcast() around the small side.',
      trade_off: 'It stays broadcast when the data has grown: the driver and each executor have to hold it.',
      avoid_when: 'The side grows with the data.',
    },
  ],
  *check(context) {
    for (const { action, operator } of operatorsOfAll(context)) {
      if (operator.kind !== 'Join' || operator.operator === 'BroadcastHashJoin') continue;
      const join = operator.logical;
      const where = context.place(operator.at);
      const threshold = broadcastThreshold(action.settings);
      if (join?.kind !== 'Join' || join.leftHint || join.rightHint || !where || threshold < 0) continue;
      const side = (['right', 'left'] as const).find(
        (each) =>
          canBuildBroadcast(join.joinType, each) &&
          sizeInBytes(join[each]) > threshold &&
          isSmall(join[each]) &&
          nodesOf(join[each], true).every(({ kind }) => kind !== 'Generate' && kind !== 'Expand'),
      );
      if (side === undefined || isSmall(join[side === 'left' ? 'right' : 'left'])) continue;
      yield {
        where,
        message: `Spark takes the ${side} side for ${sizeText(sizeInBytes(join[side]))}, although what it is made of is known to be small`,
        confidence: 'medium',
        whyConfidence: 'the sources of that side are small; a join between them could still give many rows',
      };
    }
  },
};

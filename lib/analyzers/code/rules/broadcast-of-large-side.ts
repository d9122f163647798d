import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { boundedBy, nodesOf } from '../facts/plans.ts';
import { sizeText } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

/** Files of that size take several times as much in memory; Spark gives up at 8 GiB (BroadcastExchangeExec). */
const LARGE_BYTES = 2 ** 30;

export const broadcastOfLargeSide: Rule = {
  id: 'JON-07',
  name: 'broadcast-of-large-side',
  title: 'a broadcast hint on a side that is known to be large',
  severity: 'high',
  evidence: 'C+',
  why: 'The driver collects the whole side and sends it to every executor; Spark stops at 8 GiB or 512 million rows, the driver often before.',
  notWhen: 'A filter leaves little of it.',
  options: [
    {
      action: 'Take the hint out and let Spark choose.',
      trade_off: 'Both sides are shuffled, unless the side turns out small.',
      avoid_when: 'What is left of it is known to be small.',
    },
    {
      action: 'Choose the columns and filter the rows before the hint.',
      trade_off: 'None where the rest is not used.',
      avoid_when: 'All of it is needed.',
    },
  ],
  *check(context) {
    for (const { analyzed, optimized } of context.actions) {
      for (const join of [...nodesOf(optimized, true), ...nodesOf(analyzed, true)]) {
        if (join.kind !== 'Join') continue;
        for (const side of ['left', 'right'] as const) {
          if ((side === 'left' ? join.leftHint : join.rightHint) !== 'BROADCAST') continue;
          const bytes = sourceBytes(join[side]);
          const where = context.place(join.at);
          if (!where || bytes < LARGE_BYTES || boundedBy(join[side]) !== undefined) continue;
          const filtered = nodesOf(join[side]).some(({ kind }) => kind === 'Filter' || kind === 'Sample');
          yield {
            where,
            message: `the ${side} side is to be broadcast and is made of ${sizeText(bytes)} of files`,
            confidence: filtered ? 'low' : 'high',
            whyConfidence: filtered
              ? 'the size of the files is known; how much the filter leaves is not'
              : 'the size of the files is known, and nothing on the way leaves rows out',
            ...(filtered ? { severity: 'medium' as const } : {}),
          };
        }
      }
    }
  },
};

/** Files that the side reads, as far as their sizes are known. */
function sourceBytes(plan: LogicalPlan): number {
  return nodesOf(plan, true).reduce(
    (sum, node) => sum + (node.kind === 'Relation' ? (node.bytes ?? 0) : 0),
    0,
  );
}

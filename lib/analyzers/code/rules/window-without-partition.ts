import { boundedBy, nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const windowWithoutPartition: Rule = {
  id: 'SHF-16',
  name: 'window-without-partition',
  title: 'a window over all rows',
  severity: 'high',
  evidence: 'C',
  why: 'All rows move to one partition, and one task sorts them and goes through them.',
  notWhen: 'Few rows come in, such as totals that are ranked at the end.',
  options: [
    {
      action: 'Give the window partitionBy() keys.',
      trade_off: 'The numbers start anew in each group: another result.',
      avoid_when: 'One sequence over all rows is what is needed.',
    },
    {
      action: 'For an id only: monotonically_increasing_id(), or zipWithIndex() of the RDD.',
      trade_off: 'The first leaves gaps; the second runs a job and leaves Spark SQL.',
      avoid_when: 'The order matters.',
    },
  ],
  *check(context) {
    for (const { optimized } of context.actions) {
      for (const node of nodesOf(optimized, true)) {
        if (node.kind !== 'Window' || node.partitionBy.length > 0) continue;
        const bounded = boundedBy(node.child);
        const where = context.place(node.at);
        if (!where || bounded === 'a limit' || bounded === 'a source that is known to be small') continue;
        yield {
          where,
          message: 'the window has no partitionBy(): all rows go to one task',
          confidence: bounded === undefined ? 'high' : 'medium',
          whyConfidence:
            bounded === undefined
              ? 'the plan asks for all rows in one partition'
              : `few rows may be left after ${bounded}`,
          ...(bounded === undefined ? {} : { severity: 'low' as const }),
        };
      }
    }
  },
};

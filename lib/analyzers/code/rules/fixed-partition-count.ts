import { isAdaptive } from '#lib/plan/conf.ts';
import { listText } from '#lib/plan/physical/because.ts';
import { isSmall } from '../facts/plans.ts';
import { operatorsOfAll } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const fixedPartitionCount: Rule = {
  id: 'SHF-23',
  name: 'fixed-partition-count',
  title: 'repartition() by keys into a fixed number of partitions',
  severity: 'low',
  evidence: 'C+',
  why: 'Adaptive execution leaves a number that the program gives alone: small partitions are not put together, large ones not split.',
  notWhen: 'The number is what is needed, such as for a number of files or for a limit on connections.',
  options: [
    {
      action: 'repartition("key") without the number.',
      trade_off: 'The number of partitions, and of files that are written, then depends on the data.',
      avoid_when: 'A later step counts on the number.',
    },
  ],
  *check(context) {
    for (const { action, operator } of operatorsOfAll(context)) {
      if (operator.kind !== 'ShuffleExchange' || operator.origin !== 'REPARTITION_BY_NUM') continue;
      const { partitioning } = operator;
      const where = context.place(operator.at);
      if (partitioning.kind !== 'hash' || !where || !isAdaptive(action.settings)) continue;
      if (operator.logical && isSmall(operator.logical)) continue;
      yield {
        where,
        message: `the rows go by ${listText(partitioning.keys)} into ${partitioning.partitions} partitions, however many rows there are`,
        confidence: 'medium',
        whyConfidence:
          'adaptive execution is on and keeps this number; whether it fits the data is not known',
      };
    }
  },
};

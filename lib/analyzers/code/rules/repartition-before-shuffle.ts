import { operatorName, partitioningText } from '#lib/plan/physical/because.ts';
import { below, isLight } from '../facts/plans.ts';
import { isAskedFor, operatorsOfAll, requiredShuffles } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const repartitionBeforeShuffle: Rule = {
  id: 'SHF-01',
  name: 'repartition-before-shuffle',
  title: 'a repartition() whose rows are shuffled again at once',
  severity: 'high',
  evidence: 'C',
  why: 'All rows move twice, and where the first move put them nobody uses.',
  notWhen:
    'Work that is slow for each row stands between the two, and needs more tasks than the source gives.',
  options: [
    {
      action: 'Leave the repartition() out.',
      trade_off: 'The work before the second shuffle runs in as many tasks as the source gives.',
      avoid_when: 'The source has very few partitions, such as one gzip file.',
    },
    {
      action: 'Repartition by the keys that the next operator needs.',
      trade_off: 'Skewed keys make skewed partitions.',
      avoid_when: 'Nothing else uses these keys.',
    },
  ],
  *check(context) {
    const wasted = requiredShuffles(context).flatMap(({ exchange, reader }) => {
      const { kind } = exchange.partitioning;
      const first = below(exchange.child, isLight);
      return (kind === 'hash' || kind === 'range') && isAskedFor(first) && reader
        ? [{ exchange, reader, first }]
        : [];
    });
    const wastedFirsts = new Set(wasted.map(({ first }) => first));
    const used = new Set<number | undefined>();
    for (const { operator } of operatorsOfAll(context))
      if (isAskedFor(operator) && !wastedFirsts.has(operator)) used.add(operator.at);
    for (const { exchange, reader, first } of wasted) {
      const where = context.place(first.at);
      if (!where || used.has(first.at)) continue;
      yield {
        where,
        message: `this puts ${partitioningText(first.partitioning)}, and ${operatorName(reader)} ${context.lineText(exchange.at)} needs ${partitioningText(exchange.partitioning)}: all rows are shuffled again`,
        confidence: 'high',
        whyConfidence:
          'both shuffles are in the plan, with nothing but filters, columns and partial aggregates between them',
      };
    }
  },
};

import { listText } from '#lib/plan/physical/because.ts';
import { childrenOf } from '#lib/plan/physical/traverse.ts';
import { below, isLight } from '../facts/plans.ts';
import { isAskedFor, operatorsOfAll } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const repartitionByGroupKey: Rule = {
  id: 'SHF-02',
  name: 'repartition-by-group-key',
  title: 'a repartition() by the key of the only group-by after it',
  severity: 'medium',
  evidence: 'C',
  why: 'The group-by needs no shuffle of its own then, but the rows are moved before they are summed up instead of after.',
  notWhen: 'The same partitions serve several operators, or almost every row has a key of its own.',
  options: [
    {
      action: 'Leave the repartition() out: groupBy() sums up in each partition first and moves only that.',
      trade_off: 'A shuffle stays, of fewer rows.',
      avoid_when: 'Two or more joins, windows or group-bys use the same keys.',
    },
  ],
  *check(context) {
    const readers = new Map<number | undefined, number>();
    for (const { operator } of operatorsOfAll(context)) {
      if (!isAskedFor(operator)) continue;
      readers.set(operator.at, (readers.get(operator.at) ?? 0) + 1);
    }
    for (const { operator } of operatorsOfAll(context)) {
      if (operator.kind !== 'Aggregate' || operator.phase !== 'final') continue;
      const [partial] = childrenOf(operator);
      if (partial?.kind !== 'Aggregate' || partial.phase !== 'partial') continue;
      const first = below(partial, isLight);
      const where = context.place(first.at);
      if (!isAskedFor(first) || first.partitioning.kind !== 'hash' || !where) continue;
      if ((readers.get(first.at) ?? 0) > 1 || servesMore(context, first.at)) continue;
      yield {
        where,
        message: `all rows move by ${listText(first.partitioning.keys)} before the group-by ${context.lineText(operator.at)}, which alone would move only one row for each key and partition`,
        confidence: 'high',
        whyConfidence:
          'the group-by reads this repartition without a shuffle between them, and nothing else reads it',
      };
    }
  },
};

/** Several operators that need rows by key stand over the repartition: then it serves more than the group-by. */
function servesMore(context: Parameters<Rule['check']>[0], at: number | undefined): boolean {
  for (const { physical } of context.actions) {
    let needing = 0;
    const visit = (plan: typeof physical): boolean => {
      const over =
        (isAskedFor(plan) && plan.at === at) ||
        (plan.kind !== 'ShuffleExchange' && childrenOf(plan).map(visit).some(Boolean));
      if (
        over &&
        (plan.kind === 'Join' ||
          plan.kind === 'Window' ||
          (plan.kind === 'Aggregate' && plan.phase === 'final'))
      )
        needing++;
      return over;
    };
    visit(physical);
    if (needing > 1) return true;
  }
  return false;
}

import { isAdaptive } from '#lib/plan/conf.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { childrenOf } from '#lib/plan/physical/traverse.ts';
import { isSmall } from '../facts/plans.ts';
import { isAskedFor } from '../facts/shuffles.ts';
import type { Rule } from '../rule.ts';

export const repartitionBeforeWrite: Rule = {
  id: 'SHF-06',
  name: 'repartition-before-write',
  title: 'a shuffle of all rows only for the number of files',
  severity: 'info',
  evidence: 'C+',
  why: 'The rows were shuffled already, and all of them are shuffled once more so that the write has the wanted number of tasks.',
  notWhen: 'That number of files, or files of equal size, is what readers need.',
  options: [
    {
      action:
        'The REBALANCE hint: adaptive execution then aims at partitions of spark.sql.adaptive.advisoryPartitionSizeInBytes.',
      trade_off: 'Also a shuffle; the number of files depends on the data.',
      avoid_when: 'The number itself matters.',
    },
    {
      action: 'coalesce(n), which puts the partitions of the shuffle before it together without a new one.',
      trade_off: 'The work after that shuffle runs in n tasks as well, and sizes may be uneven.',
      avoid_when: 'That work takes long.',
    },
  ],
  *check(context) {
    for (const { physical, step, settings } of context.actions) {
      if (physical.kind !== 'Write') continue;
      const asked = lastShuffle(physical.child);
      const where = context.place(asked?.at);
      if (!asked || !isAskedFor(asked) || asked.partitioning.kind !== 'round-robin' || !where) continue;
      const before = lastShuffle(asked.child);
      if (
        before?.origin !== 'ENSURE_REQUIREMENTS' ||
        !isAdaptive(settings) ||
        (asked.logical && isSmall(asked.logical))
      )
        continue;
      yield {
        where,
        message: `all rows are shuffled into ${asked.partitioning.partitions} partitions for the write ${context.lineText(step.at)}, right after the shuffle ${context.lineText(before.at)}`,
        confidence: 'medium',
        whyConfidence:
          'both shuffles are in the plan; whether the files would be too small without the second is not known',
      };
    }
  },
};

/** The first shuffle below, where nothing but operators with one input lie over it. */
function lastShuffle(plan: PhysicalPlan): Extract<PhysicalPlan, { kind: 'ShuffleExchange' }> | undefined {
  let at = plan;
  for (;;) {
    if (at.kind === 'ShuffleExchange') return at;
    const [child, other] = childrenOf(at);
    if (!child || (other && at.kind !== 'Join')) return undefined;
    at = child;
  }
}

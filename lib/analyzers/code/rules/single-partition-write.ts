import { boundedBy, through } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const singlePartitionWrite: Rule = {
  id: 'SHF-04',
  name: 'single-partition-write',
  title: 'a write from one partition',
  severity: 'high',
  evidence: 'C+',
  why: 'One task writes everything while all other cores wait; with coalesce(1) it also does the work before the write.',
  notWhen: 'The result is small, and somebody needs it as one file.',
  options: [
    {
      action: 'Leave several files: Spark and most readers take a folder.',
      trade_off: 'More files than one.',
      avoid_when: 'The reader takes one file only.',
    },
    {
      action:
        'repartition(1) in place of coalesce(1): the work before it keeps its tasks, and only the write has one.',
      trade_off: 'A shuffle of the result.',
      avoid_when: 'There is no work before the write.',
    },
  ],
  *check(context) {
    for (const { analyzed, step } of context.actions) {
      if (analyzed.kind !== 'Write') continue;
      const node = through(analyzed.child);
      const where = context.place(node.at);
      if (node.kind !== 'Repartition' || node.partitions !== 1 || !where) continue;
      const bounded = boundedBy(node.child);
      if (bounded === 'a source that is known to be small' || bounded === 'a limit') continue;
      yield {
        where,
        message: node.shuffle
          ? `repartition(1) leaves the write ${context.lineText(step.at)} to one task`
          : `coalesce(1) leaves the write ${context.lineText(step.at)} and the work of its stage to one task`,
        confidence: bounded === undefined ? 'medium' : 'low',
        whyConfidence: 'the one partition is certain; how many rows there are is not',
        ...(bounded === undefined ? {} : { severity: 'low' as const }),
      };
    }
  },
};

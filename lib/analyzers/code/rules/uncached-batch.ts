import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { nodesOf } from '../facts/plans.ts';
import type { PlannedAction } from '../planned-action.ts';
import type { Rule } from '../rule.ts';

export const uncachedBatch: Rule = {
  id: 'STR-03',
  name: 'uncached-batch',
  title: 'several actions on a batch of a stream that is not cached',
  severity: 'medium',
  evidence: 'C',
  why: 'Each action reads the batch from the source again and does the work before foreachBatch again.',
  notWhen: 'The source is cheap to read and little is done before.',
  options: [
    {
      action: 'batch.persist() first in the function, batch.unpersist() at its end.',
      trade_off: 'Memory for one batch.',
      avoid_when: 'There is one action only.',
    },
  ],
  *check(context) {
    const byBatch = new Map<LogicalPlan, PlannedAction[]>();
    for (const action of context.actions) {
      const batch = nodesOf(action.analyzed).find(
        (node) => node.kind === 'Opaque' && node.what === 'a batch of the stream',
      );
      if (batch) byBatch.set(batch, [...(byBatch.get(batch) ?? []), action]);
    }
    for (const actions of byBatch.values()) {
      const where = context.place(actions[0]?.step.at);
      if (actions.length < 2 || !where) continue;
      const lines = actions.map(({ step }) => context.place(step.at)?.line);
      yield {
        where,
        message: `${actions.length} actions (lines ${lines.join(', ')}) each read the batch from its source: it is not cached`,
        confidence: 'high',
        whyConfidence: 'the plans of these actions start at the batch itself, not at a cache',
      };
    }
  },
};

import { withoutRdd } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

/** They give the same on both; `first()` does not: of no rows, an RDD's raises an error. */
const SAME_ON_BOTH = ['collect', 'count', 'take'] as const;

export const rddActionOnDataframe: Rule = {
  id: 'DRV-08',
  name: 'rdd-action-on-dataframe',
  title: 'an action on the RDD of a DataFrame',
  severity: 'medium',
  evidence: 'C',
  why: 'Each row is turned into a Python object on the executors first, and the optimizer does not see the action.',
  notWhen: 'Never needed for these three actions; on other RDDs they are fine.',
  options: [
    {
      action: 'The same action on the DataFrame.',
      trade_off: 'None worth naming: it gives the same rows.',
      avoid_when: 'The RDD was changed by map or the like in between.',
    },
  ],
  *check(context) {
    for (const call of context.on('rdd', ...SAME_ON_BOTH)) {
      if (call.on.rdd.kind !== 'plan') continue;
      const fix = withoutRdd(context, call, 'Act on the DataFrame');
      yield {
        where: call.name,
        message: `${call.method}() on the RDD of a DataFrame turns every row into a Python object first`,
        confidence: 'high',
        whyConfidence: 'the RDD is the DataFrame’s own',
        ...(fix ? { fix } : {}),
      };
    }
  },
};

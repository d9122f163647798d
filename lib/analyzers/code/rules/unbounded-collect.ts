import { unboundedResult } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

export const unboundedCollect: Rule = {
  id: 'DRV-01',
  name: 'unbounded-collect',
  title: 'collect() of a result that nothing bounds',
  severity: 'high',
  evidence: 'C+',
  why: 'Every row becomes a Python object on the driver, and the run stops where they do not fit.',
  notWhen: 'The rows are known to be few, by the data or by a filter on a key.',
  options: [
    {
      action: 'Write the result, and read from there what is needed.',
      trade_off: 'A file or a table that somebody has to look after.',
      avoid_when: 'The rows are needed in the driver at once.',
    },
    {
      action: 'Bound it: limit(n), or an aggregate before collect().',
      trade_off: 'Not all rows arrive.',
      avoid_when: 'Each row matters.',
    },
    {
      action: 'toLocalIterator(), which holds one partition at a time.',
      trade_off: 'A job for each partition, one after the other.',
      avoid_when: 'There are very many partitions.',
    },
  ],
  *check(context) {
    for (const action of context.actions) {
      if (action.step.method !== 'collect') continue;
      const found = unboundedResult(action);
      const where = context.place(action.step.at);
      if (!found || !where) continue;
      yield {
        where,
        message: `collect() brings every row to the driver: ${found.what}`,
        confidence: found.confidence,
        ...(found.confidence === 'high' ? {} : { severity: 'medium' as const }),
        whyConfidence:
          'the plan has no limit and no aggregate above its sources; a filter may still leave few rows',
      };
    }
  },
};

import { unboundedResult } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

export const unboundedToPandas: Rule = {
  id: 'DRV-02',
  name: 'unbounded-to-pandas',
  title: 'toPandas() of a result that nothing bounds',
  severity: 'high',
  evidence: 'C+',
  why: 'The driver holds all rows, and a second time as a pandas frame.',
  notWhen: 'The rows are known to be few.',
  options: [
    {
      action: 'Aggregate or limit in Spark first, and turn only that into pandas.',
      trade_off: 'The plot or model sees less than every row.',
      avoid_when: 'Each row matters.',
    },
    {
      action: 'mapInPandas or applyInPandas: the pandas code runs on the executors.',
      trade_off: 'It sees one part of the rows at a time.',
      avoid_when: 'The code needs all rows at once.',
    },
  ],
  *check(context) {
    for (const action of context.actions) {
      if (action.step.method !== 'toPandas') continue;
      const found = unboundedResult(action);
      const where = context.place(action.step.at);
      if (!found || !where) continue;
      yield {
        where,
        message: `toPandas() brings every row to the driver: ${found.what}`,
        confidence: found.confidence,
        ...(found.confidence === 'high' ? {} : { severity: 'medium' as const }),
        whyConfidence:
          'the plan has no limit and no aggregate above its sources; a filter may still leave few rows',
      };
    }
  },
};

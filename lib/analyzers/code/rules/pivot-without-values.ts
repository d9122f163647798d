import { isSmall } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const pivotWithoutValues: Rule = {
  id: 'SHF-15',
  name: 'pivot-without-values',
  title: 'pivot() without its values',
  severity: 'medium',
  evidence: 'C',
  why: 'Spark first runs a query of its own to find the values, which reads all of the input once more.',
  notWhen: 'The values are not known beforehand, or the input is small.',
  options: [
    {
      action: 'Name the values: pivot("month", ["01", "02", …]).',
      trade_off: 'A value that is not in the list gets no column.',
      avoid_when: 'New values have to appear by themselves.',
    },
  ],
  *check(context) {
    for (const { at, does } of context.eager) {
      const where = context.place(at);
      if (does.kind !== 'pivot-values' || context.operation(at)?.method !== 'pivot' || !where) continue;
      yield {
        where,
        message: 'pivot() gets no values, so a query runs here to find them before anything else happens',
        confidence: 'high',
        whyConfidence: 'Spark’s own rule; it stops at spark.sql.pivotMaxValues, 10000 by default',
        ...(isSmall(does.plan) ? { severity: 'low' as const } : {}),
      };
    }
  },
};

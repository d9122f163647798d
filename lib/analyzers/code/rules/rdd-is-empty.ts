import { withoutRdd } from '../facts/results.ts';
import type { Rule } from '../rule.ts';

export const rddIsEmpty: Rule = {
  id: 'DRV-07',
  name: 'rdd-is-empty',
  title: 'rdd.isEmpty() on a DataFrame',
  severity: 'low',
  evidence: 'C',
  why: 'The rows leave Spark SQL and become Python objects, only to see whether there is one.',
  notWhen: 'The program runs on Spark older than 3.3, where a DataFrame has no isEmpty().',
  options: [
    {
      action: 'df.isEmpty().',
      trade_off: 'None worth naming.',
      avoid_when: 'The RDD is made of something else than a DataFrame.',
    },
  ],
  *check(context) {
    for (const call of context.on('rdd', 'isEmpty')) {
      if (call.on.rdd.kind !== 'plan') continue;
      const fix = withoutRdd(context, call, 'Ask the DataFrame');
      yield {
        where: call.name,
        message: 'isEmpty() is asked of the RDD of a DataFrame, which has one of its own',
        confidence: 'high',
        whyConfidence: 'the RDD is the DataFrame’s own',
        ...(fix ? { fix } : {}),
      };
    }
  },
};

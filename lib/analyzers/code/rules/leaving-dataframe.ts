import type { Rule } from '../rule.ts';

export const leavingDataframe: Rule = {
  id: 'RDD-01',
  name: 'leaving-dataframe',
  title: 'map() or filter() on the RDD of a DataFrame',
  severity: 'medium',
  evidence: 'C',
  why: 'Each row becomes a Python object, and the optimizer sees neither the function nor the columns that it needs.',
  notWhen: 'The work needs Python and works on whole rows of no fixed shape.',
  options: [
    {
      action: 'Column expressions: select(), withColumn(), filter().',
      trade_off: 'The code is written anew.',
      avoid_when: 'No built-in function does the same.',
    },
    {
      action: 'mapInPandas(), or a pandas UDF: rows travel in batches of columns.',
      trade_off: 'Needs pandas and PyArrow, and the types of the result.',
      avoid_when: 'The result has no fixed columns.',
    },
  ],
  *check(context) {
    for (const call of context.on('rdd', 'map', 'filter', 'flatMap')) {
      if (call.on.rdd.kind !== 'plan' || call.conditions.includes('each batch of the stream')) continue;
      yield {
        where: call.name,
        message: `${call.method}() on the RDD of a DataFrame runs row by row in Python, where the optimizer cannot look`,
        confidence: 'high',
        whyConfidence: 'the RDD is the DataFrame’s own; how many rows go through it is not known',
      };
    }
  },
};

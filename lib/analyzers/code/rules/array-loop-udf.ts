import { importsOf } from '#lib/pyspark/syntax/imports.ts';
import { builtInsFor } from '../facts/built-ins.ts';
import { madeUdfs } from '../facts/udfs.ts';
import type { Rule } from '../rule.ts';

export const arrayLoopUdf: Rule = {
  id: 'UDF-09',
  name: 'array-loop-udf',
  title: 'a Python function that goes through an array',
  severity: 'low',
  evidence: 'C',
  why: 'Whole arrays travel to Python and back, while Spark goes through them where they lie.',
  notWhen: 'The arrays are short and the rows few.',
  options: [
    {
      action: 'Functions that take a lambda: transform(), filter(), exists(), forall(), aggregate().',
      trade_off: 'The lambda is a column expression, not Python.',
      avoid_when: 'The work on an element needs Python.',
    },
  ],
  *check(context) {
    for (const { where, fn } of madeUdfs(context)) {
      const found = builtInsFor(fn, importsOf(context.module(fn.scope.file)));
      if (!found?.overArray) continue;
      yield {
        where,
        message: `${fn.name} goes through an array in Python; Spark’s own functions can: ${found.names.join(', ')}`,
        confidence: 'high',
        whyConfidence: 'each part of the function has a counterpart among Spark’s functions',
      };
    }
  },
};

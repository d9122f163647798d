import { importsOf } from '#lib/pyspark/syntax/imports.ts';
import { builtInsFor } from '../facts/built-ins.ts';
import { madeUdfs } from '../facts/udfs.ts';
import type { Rule } from '../rule.ts';

export const builtInUdf: Rule = {
  id: 'UDF-01',
  name: 'built-in-udf',
  title: 'a Python function that Spark has built in',
  severity: 'medium',
  evidence: 'C',
  why: 'Each row goes to a Python process and back, and the optimizer sees neither the function nor what it reads.',
  notWhen: 'The function is shared with code outside of Spark and has to stay one.',
  options: [
    {
      action: 'The functions of pyspark.sql.functions, put together as a column expression.',
      trade_off:
        'Nulls give null where Python would fail, and borderline values such as other kinds of blanks may differ.',
      avoid_when: 'The exact behavior of Python is part of the contract.',
    },
    {
      action: 'A pandas UDF, where the Python text has to stay.',
      trade_off: 'Rows still leave Spark, in batches of columns.',
      avoid_when: 'There are few rows.',
    },
  ],
  *check(context) {
    for (const { where, fn } of madeUdfs(context)) {
      const found = builtInsFor(fn, importsOf(context.module(fn.scope.file)));
      if (!found || found.overArray) continue;
      yield {
        where,
        message: `all that ${fn.name} does can be said with Spark’s own functions: ${found.names.join(', ')}`,
        confidence: 'high',
        whyConfidence:
          'each part of the function has a counterpart; nulls and borderline values are for you to compare',
      };
    }
  },
};

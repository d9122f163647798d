import { importsOf } from '#lib/pyspark/syntax/imports.ts';
import { functionsGivenTo } from '../facts/sent-functions.ts';
import { setupIn } from '../facts/setup-calls.ts';
import { madeUdfs } from '../facts/udfs.ts';
import type { Rule } from '../rule.ts';

/** Kinds of functions that are called once for a row or for a batch of rows. */
const PER_CALL = new Set(['batch', 'arrow', 'pandas']);

export const setupPerRow: Rule = {
  id: 'UDF-06',
  name: 'setup-per-row',
  title: 'a Python function that opens something for every row',
  severity: 'high',
  evidence: 'C',
  why: 'A connection, a file or a model is opened again for each row or batch, which often takes longer than the work on it.',
  notWhen: 'What looks like opening only hands out something that is kept.',
  options: [
    {
      action: 'mapInPandas() or a pandas UDF over an iterator: set up once, then go through the batches.',
      trade_off: 'Needs pandas and PyArrow, and the types of the result.',
      avoid_when: 'One row in is not one row out and the UDF is used in many places.',
    },
    {
      action: 'foreachPartition() for work without a result.',
      trade_off: 'One connection for each task that runs at a time.',
      avoid_when: 'A result is needed.',
    },
  ],
  *check(context) {
    const udfs = madeUdfs(context).filter(
      ({ call }) => call.gives.kind === 'udf' && PER_CALL.has(call.gives.mode),
    );
    for (const { where, fn } of [...udfs, ...functionsGivenTo(context, 'frame', 'foreach')]) {
      const call = setupIn(fn, importsOf(context.module(fn.scope.file)));
      if (call === undefined) continue;
      yield {
        where,
        message: `${fn.name} calls ${call}() each time it is called`,
        confidence: 'high',
        whyConfidence: 'the call stands in the function, and nothing in it keeps what was opened',
      };
    }
  },
};

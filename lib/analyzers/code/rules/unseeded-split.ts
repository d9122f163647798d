import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { Rule } from '../rule.ts';

export const unseededSplit: Rule = {
  id: 'DET-08',
  name: 'unseeded-split',
  title: 'randomSplit() or sample() without a seed',
  severity: 'low',
  evidence: 'C',
  why: 'Each run gets other rows, so results cannot be compared or repeated.',
  notWhen: 'Another sample each time is what is wanted.',
  options: [
    {
      action: 'Give a seed.',
      trade_off: 'The rows are the same each time, as long as the input and its partitions are.',
      avoid_when: 'Each run has to see other rows.',
    },
    {
      action: 'Cache or write the input first: with other partitions a seed takes other rows.',
      trade_off: 'Memory or disk.',
      avoid_when: 'The input is stable.',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'randomSplit', 'sample')) {
      if (call.args.open || isSeeded(call)) continue;
      yield {
        where: call.name,
        message: `${call.method}() has no seed: every run takes other rows`,
        confidence: 'high',
        whyConfidence: 'the arguments of this call are known',
      };
    }
  },
};

/** `sample(0.1, 42)`, `sample(True, 0.1, 42)`; `sample(True, 0.1)` has none. */
function isSeeded(call: SparkCall): boolean {
  if (call.bound?.get('seed')) return true;
  const [first, second] = call.args.positional;
  return call.method === 'sample' && first?.kind !== 'bool' && second !== undefined;
}

import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import type { Rule } from '../rule.ts';

export const rddSort: Rule = {
  id: 'RDD-04',
  name: 'rdd-sort',
  title: 'a sort of an RDD that computes its input more than once',
  severity: 'low',
  evidence: 'C',
  why: 'Before it sorts, Spark counts the rows and takes a sample: two jobs that compute the input, and the sort computes it again.',
  notWhen: 'The input is read quickly, or is cached.',
  options: [
    {
      action: 'cache() the RDD before the sort.',
      trade_off: 'Memory for its rows.',
      avoid_when: 'It is larger than the memory of the executors.',
    },
    {
      action: 'takeOrdered() or top() where only the first ones are needed.',
      trade_off: 'Only those arrive, on the driver.',
      avoid_when: 'All rows have to be in order.',
    },
  ],
  *check(context) {
    for (const { at, does, method } of context.eager) {
      const where = context.place(at);
      if (does.kind !== 'rdd-sort' || !where || isCached(does.rdd) || isHeld(does.rdd)) continue;
      yield {
        where,
        message: `${context.operation(at)?.method ?? method}() runs two jobs over its input before the sort, and the input is not cached`,
        confidence: 'high',
        whyConfidence: 'PySpark’s own way of finding the bounds of the partitions',
      };
    }
  },
};

function isCached(rdd: Rdd): boolean {
  if (rdd.cached !== undefined) return true;
  // Behind a shuffle the files of that shuffle are found again.
  return rdd.kind === 'shuffle' || (rdd.kind === 'narrow' && isCached(rdd.parent));
}

/** Rows that the program itself holds. */
function isHeld(rdd: Rdd): boolean {
  return rdd.kind === 'narrow' ? isHeld(rdd.parent) : rdd.kind === 'source' && rdd.rows !== undefined;
}

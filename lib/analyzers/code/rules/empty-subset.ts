import type { Rule } from '../rule.ts';

export const emptySubset: Rule = {
  id: 'SHF-13',
  name: 'empty-subset',
  title: 'dropDuplicates([])',
  severity: 'high',
  evidence: 'C',
  why: 'With no columns to tell rows apart all rows are duplicates: one row is left.',
  notWhen: 'Never meant so; limit(1) says it plainly.',
  options: [
    {
      action: 'Name the columns, or leave the argument out to compare all of them.',
      trade_off: 'None: the result is another one, and the one that is meant.',
      avoid_when: 'One row is what is wanted; then limit(1).',
    },
  ],
  *check(context) {
    for (const call of context.on('frame', 'dropDuplicates', 'drop_duplicates')) {
      const subset = call.bound?.get('subset');
      if (subset?.kind !== 'list' || subset.open || subset.items.length > 0) continue;
      yield {
        where: call.name,
        message: `${call.method}() gets an empty list of columns and leaves one row`,
        confidence: 'high',
        whyConfidence: 'the list is known to be empty here',
      };
    }
  },
};

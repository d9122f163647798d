import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import type { Rule } from '../rule.ts';

export const textThroughRdd: Rule = {
  id: 'SRC-08',
  name: 'text-through-rdd',
  title: 'a column of JSON or CSV text that is read through an RDD',
  severity: 'medium',
  evidence: 'C',
  why: 'The text goes to Python and back only to reach the reader, which then looks through it once more for its columns.',
  notWhen: 'It is done once, to find out what is in the text.',
  options: [
    {
      action: 'from_json() or from_csv() of the column, with a schema.',
      trade_off: 'The schema has to be written down; schema_of_json() of an example helps.',
      avoid_when: 'The columns are not known beforehand.',
    },
  ],
  *check(context) {
    for (const call of context.on('reader', 'json', 'csv')) {
      const path = call.bound?.get('path');
      if (path?.kind !== 'rdd' || !comesFromFrame(path.rdd)) continue;
      const given = call.on.fields !== undefined || call.bound?.get('schema') !== undefined;
      yield {
        where: call.name,
        message: `${call.method}() reads text that comes out of a DataFrame, row by row through Python${given ? '' : ', and all of it twice, as no schema is given'}`,
        confidence: 'high',
        whyConfidence: 'the RDD that is read is made of a DataFrame',
      };
    }
  },
};

function comesFromFrame(rdd: Rdd): boolean {
  if (rdd.kind === 'plan') return true;
  if (rdd.kind === 'narrow' || rdd.kind === 'shuffle') return comesFromFrame(rdd.parent);
  return false;
}

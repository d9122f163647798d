import { outputOf } from '#lib/plan/logical/output.ts';
import { nodesOf } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

/** Formats that refuse two columns of one name; what others do is not known here. */
const REFUSE = new Set(['parquet', 'orc', 'json', 'csv', 'avro', 'delta', 'table', 'xml']);

export const duplicateColumnNames: Rule = {
  id: 'COL-05',
  name: 'duplicate-column-names',
  title: 'a write with two columns of one name',
  severity: 'high',
  evidence: 'C',
  why: 'Spark refuses to write it, after the program has run up to that point.',
  notWhen: 'spark.sql.caseSensitive is on and the names differ in case.',
  options: [
    {
      action: 'Join by a list of names, on=["id"], which keeps the key once.',
      trade_off: 'The key has to be called the same on both sides.',
      avoid_when: 'Both columns are needed.',
    },
    {
      action: 'Rename or drop one of the columns before the join.',
      trade_off: 'A line more.',
      avoid_when: 'Never needed where names are unique already.',
    },
  ],
  *check(context) {
    for (const { step, analyzed, settings } of context.actions) {
      const where = context.place(step.at);
      if (analyzed.kind !== 'Write' || !where || !REFUSE.has(analyzed.format)) continue;
      const exact = settings.conf['spark.sql.caseSensitive']?.toLowerCase() === 'true';
      const names = outputOf(analyzed.child).map(({ name }) => (exact ? name : name.toLowerCase()));
      const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
      if (twice.length === 0) continue;
      const join = nodesOf(analyzed.child).find((node) => node.kind === 'Join');
      const since = join ? ` since the join ${context.lineText(join.at)}` : '';
      yield {
        where,
        message: `there are two columns named ${twice.join(', ')}${since}; the write fails`,
        confidence: 'high',
        whyConfidence: 'the columns are known from the plan',
      };
    }
  },
};

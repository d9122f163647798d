import { textOf } from '#lib/pyspark/api/read-value.ts';
import type { SparkCall } from '#lib/pyspark/spark-call.ts';
import type { ReaderValue } from '#lib/pyspark/values/spark-value.ts';
import type { RuleContext } from '../context.ts';
import type { Rule } from '../rule.ts';

export const jdbcInOneTask: Rule = {
  id: 'SRC-03',
  name: 'jdbc-in-one-task',
  title: 'a JDBC read in one task',
  severity: 'high',
  evidence: 'C',
  why: 'One connection fetches all rows into one partition, and everything up to the next shuffle runs in that one task.',
  notWhen: 'The table is small, or the query gives few rows.',
  options: [
    {
      action: 'partitionColumn, lowerBound, upperBound and numPartitions; or a list of predicates.',
      trade_off: 'As many connections to the database at once, and bounds that fit the values.',
      avoid_when: 'The database is busy with other work.',
    },
    {
      action: 'repartition() right after the read.',
      trade_off: 'The read itself stays in one task.',
      avoid_when: 'The read is the slow part.',
    },
  ],
  *check(context) {
    for (const call of jdbcReads(context)) {
      const options = call.on.options;
      const given = (name: string) =>
        options.has(name.toLowerCase()) || call.args.keywords.has(name) || options.has(name);
      const split =
        given('partitionColumn') ||
        given('column') ||
        given('predicates') ||
        (call.method === 'jdbc' && call.args.positional.length > 2);
      if (split || call.args.open || isAggregate(call)) continue;
      yield {
        where: call.name,
        message:
          'the reader has no partitionColumn and no predicates: all rows come through one connection into one partition',
        confidence: options.size > 0 || call.method === 'jdbc' ? 'high' : 'medium',
        whyConfidence: 'the options of this reader are known; how large the table is is not',
      };
    }
  },
};

function jdbcReads(context: RuleContext): readonly (SparkCall & { readonly on: ReaderValue })[] {
  return context.on('reader', 'jdbc', 'load').filter((call) => {
    const format = textOf(call.args.keywords.get('format')) ?? call.on.format;
    return call.method === 'jdbc' || format?.toLowerCase() === 'jdbc';
  });
}

/** A query that the database itself sums up gives few rows. */
function isAggregate(call: SparkCall & { readonly on: ReaderValue }): boolean {
  const text = ['query', 'dbtable'].map((name) => textOf(call.on.options.get(name)) ?? '').join(' ');
  return /\b(group\s+by|max\s*\(|min\s*\(|count\s*\(|limit\s+\d+)/i.test(text);
}

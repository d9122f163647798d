import { settingText } from '#lib/pyspark/api/read-value.ts';
import type { Rule } from '../rule.ts';

const READS = ['load', 'parquet', 'orc'] as const;

export const mergedSchemas: Rule = {
  id: 'SRC-02',
  name: 'merged-schemas',
  title: 'mergeSchema, which opens every file',
  severity: 'low',
  evidence: 'C',
  why: 'Spark reads the footer of every file before the work begins, in place of one.',
  notWhen: 'The files do differ in their columns.',
  options: [
    {
      action: 'Give the schema with all columns.',
      trade_off: 'A new column has to be added by hand.',
      avoid_when: 'New columns have to appear by themselves.',
    },
  ],
  *check(context) {
    for (const call of context.on('reader', ...READS)) {
      const option = call.on.options.get('mergeschema') ?? call.args.keywords.get('mergeSchema');
      if (
        settingText(option)?.toLowerCase() !== 'true' ||
        call.on.fields !== undefined ||
        call.on.format === 'delta'
      )
        continue;
      yield {
        where: call.name,
        message: 'mergeSchema is on: the footers of all files are read to find the columns',
        confidence: 'high',
        whyConfidence: 'the option is set on this reader; how many files there are is not known',
      };
    }
  },
};

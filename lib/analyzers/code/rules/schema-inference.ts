import type { Rule } from '../rule.ts';

const READS_ALL = new Set(['json', 'xml', 'csv with inferSchema']);

export const schemaInference: Rule = {
  id: 'SRC-01',
  name: 'schema-inference',
  title: 'a schema that is found by reading all data',
  severity: 'medium',
  evidence: 'C',
  why: 'Spark reads every file once to find the columns and their types, and again for the work; what it finds depends on the data of the day.',
  notWhen: 'The files are small, or their columns are not known beforehand.',
  options: [
    {
      action: 'Give the schema: .schema("id BIGINT, name STRING").',
      trade_off:
        'It has to be kept up to date; what does not fit becomes null, or fails by the mode of the reader.',
      avoid_when: 'The columns are looked at for the first time.',
    },
    {
      action: 'samplingRatio, to look at a part of the rows.',
      trade_off: 'A rare value may be missed, and its type with it.',
      avoid_when: 'Types differ from row to row.',
    },
  ],
  *check(context) {
    for (const { at, does } of context.eager) {
      const where = context.place(at);
      if (does.kind !== 'infer-schema' || !READS_ALL.has(does.format) || !where) continue;
      if (does.source === '<rdd>') continue;
      const { bytes } = context.catalog[does.source] ?? {};
      if (bytes !== undefined && bytes < 10 * 2 ** 20) continue;
      yield {
        where,
        message: `${does.source} is read once as ${does.format} only to find its columns`,
        confidence: 'high',
        whyConfidence: 'no schema is given, and Spark finds it before anything else happens',
      };
    }
  },
};

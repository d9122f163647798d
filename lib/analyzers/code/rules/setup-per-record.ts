import { importsOf } from '#lib/pyspark/syntax/imports.ts';
import { functionsGivenTo } from '../facts/sent-functions.ts';
import { setupIn } from '../facts/setup-calls.ts';
import type { Rule } from '../rule.ts';

export const setupPerRecord: Rule = {
  id: 'RDD-03',
  name: 'setup-per-record',
  title: 'a function of an RDD that opens something for every record',
  severity: 'high',
  evidence: 'C',
  why: 'A connection, a file or a model is opened again for each record, and each task does so at the same time.',
  notWhen: 'What looks like opening only hands out something that is kept.',
  options: [
    {
      action:
        'mapPartitions() or foreachPartition(): open once, then go through the records with a generator.',
      trade_off: 'The function takes an iterator; a list of all its records would hold a whole partition.',
      avoid_when: 'Each record needs a connection of its own.',
    },
  ],
  *check(context) {
    for (const { where, fn, method } of functionsGivenTo(
      context,
      'rdd',
      'map',
      'flatMap',
      'filter',
      'mapValues',
      'foreach',
    )) {
      const call = setupIn(fn, importsOf(context.module(fn.scope.file)));
      if (call === undefined) continue;
      yield {
        where,
        message: `the function of ${method}() calls ${call}() for every record`,
        confidence: 'high',
        whyConfidence: 'the call stands in the function, and nothing in it keeps what was opened',
      };
    }
  },
};

import { flag, isAtLeast } from '#lib/plan/conf.ts';
import { boundedBy } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

const KEY = 'spark.sql.execution.arrow.pyspark.enabled';

export const toPandasWithoutArrow: Rule = {
  id: 'DRV-03',
  name: 'to-pandas-without-arrow',
  title: 'toPandas() row by row',
  severity: 'medium',
  evidence: 'C',
  why: 'Without Arrow each row is pickled, sent and turned into Python objects before pandas sees it.',
  notWhen: 'The result is a handful of rows, or has types that Arrow does not take.',
  options: [
    {
      action: `Set ${KEY} to true.`,
      trade_off:
        'PyArrow has to be installed; some types come out differently, and unsupported ones fall back.',
      avoid_when: 'The code relies on the exact pandas types that it gets today.',
    },
  ],
  *check(context) {
    for (const { step, settings, analyzed } of context.actions) {
      const where = context.place(step.at);
      if (step.method !== 'toPandas' || !where) continue;
      if (flag(settings, KEY, isAtLeast(settings, '4.2')) || boundedBy(analyzed) !== undefined) continue;
      const set = settings.conf[KEY] === undefined ? 'not set, which means false' : 'false';
      yield {
        where,
        message: `toPandas() sends rows one by one: ${KEY} is ${set} in Spark ${settings.spark}`,
        confidence: settings.conf[KEY] === undefined ? 'medium' : 'high',
        whyConfidence: 'the setting may also come from the cluster, which the program does not show',
      };
    }
  },
};

import { READ_AT_START, settingsSet } from '../facts/settings-set.ts';
import type { Rule } from '../rule.ts';

export const lateSetting: Rule = {
  id: 'CFG-02',
  name: 'late-setting',
  title: 'a setting of the cluster on a session that runs already',
  severity: 'medium',
  evidence: 'C',
  why: 'It is read when Spark starts: set later it has no effect, or Spark refuses it with an error.',
  notWhen: 'Never of use there.',
  options: [
    {
      action: 'Give it to spark-submit, to the cluster, or to the builder before getOrCreate().',
      trade_off: 'It then holds for the whole application.',
      avoid_when: 'It is meant for one query; then look for a spark.sql setting.',
    },
  ],
  *check(context) {
    for (const { where, key, late } of settingsSet(context)) {
      if (!late || !READ_AT_START.test(key)) continue;
      yield {
        where,
        message: `${key} is set on a running session, where it no longer has an effect`,
        confidence: 'high',
        whyConfidence: 'Spark reads this setting when it starts',
      };
    }
  },
};

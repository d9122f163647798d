import { settingsSet } from '../facts/settings-set.ts';
import type { Rule } from '../rule.ts';

/** Settings of the cluster and of SparkContext: they are read when it starts. */
const AT_START =
  /^spark\.((executor|driver|yarn|kubernetes|dynamicAllocation|shuffle\.service|memory|jars|submit|scheduler|task|rpc|network|eventLog|serializer|kryo|kryoserializer|cores)\b|master$|app\.name$|local\.dir$|default\.parallelism$|sql\.(warehouse\.dir|extensions|catalogImplementation)$)/;

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
      if (!late || !AT_START.test(key)) continue;
      yield {
        where,
        message: `${key} is set on a running session, where it no longer has an effect`,
        confidence: 'high',
        whyConfidence: 'Spark reads this setting when it starts',
      };
    }
  },
};

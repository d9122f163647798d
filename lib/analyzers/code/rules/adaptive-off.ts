import { settingsSet } from '../facts/settings-set.ts';
import type { Rule } from '../rule.ts';

const KEYS: Readonly<Record<string, string>> = {
  'spark.sql.adaptive.enabled':
    'Spark no longer joins small partitions, splits skewed ones or changes joins while it runs',
  'spark.sql.adaptive.skewJoin.enabled': 'Spark no longer splits skewed partitions of joins',
  'spark.sql.adaptive.coalescePartitions.enabled': 'Spark no longer joins small partitions after a shuffle',
};

export const adaptiveOff: Rule = {
  id: 'CFG-03',
  name: 'adaptive-off',
  title: 'adaptive execution turned off',
  severity: 'medium',
  evidence: 'C+',
  why: 'Plans stay as they were made before the first row was read, however the data turns out.',
  notWhen: 'A known problem with it was the reason, or plans have to stay the same for a test.',
  options: [
    {
      action: 'Leave it on, which is the default since Spark 3.2.',
      trade_off: 'The number of partitions after a shuffle is no longer the same each time.',
      avoid_when: 'Something counts on that number.',
    },
  ],
  *check(context) {
    const all = settingsSet(context);
    for (const { where, key, value } of all) {
      if (value !== 'false' || !Object.hasOwn(KEYS, key)) continue;
      yield {
        where,
        message: `${key} is false: ${KEYS[key]}`,
        confidence: 'high',
        whyConfidence: 'the setting is made here; what it costs depends on the data',
      };
    }
  },
};

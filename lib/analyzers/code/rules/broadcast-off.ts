import { settingsSet } from '../facts/settings-set.ts';
import type { Rule } from '../rule.ts';

const KEY = 'spark.sql.autoBroadcastJoinThreshold';

export const broadcastOff: Rule = {
  id: 'CFG-04',
  name: 'broadcast-off',
  title: 'broadcast joins turned off for all queries',
  severity: 'low',
  evidence: 'C+',
  why: 'Joins with a small table shuffle the large one, too.',
  notWhen: 'The driver ran out of memory because Spark took tables for smaller than they are.',
  options: [
    {
      action: 'A lower threshold in place of -1.',
      trade_off: 'Tables just above it are shuffled.',
      avoid_when: 'Sizes cannot be relied on at all.',
    },
    {
      action: 'A merge hint on the one join that has the problem.',
      trade_off: 'A hint in the code that may be out of date one day.',
      avoid_when: 'All joins have it.',
    },
  ],
  *check(context) {
    for (const { where, key, value } of settingsSet(context)) {
      if (key !== KEY || !(Number.parseFloat(value) <= 0)) continue;
      yield {
        where,
        message: `${KEY} is ${value}: no join is broadcast by size any more`,
        confidence: 'high',
        whyConfidence: 'the setting is made here; which joins it touches depends on sizes',
      };
    }
  },
};

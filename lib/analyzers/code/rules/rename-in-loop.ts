import { carriedCalls, turnsText } from '../facts/loops.ts';
import type { Rule } from '../rule.ts';

/** See with-column-in-loop. */
const MIN_TURNS = 4;

export const renameInLoop: Rule = {
  id: 'COL-03',
  name: 'rename-in-loop',
  title: 'withColumnRenamed() or drop() in a loop',
  severity: 'medium',
  evidence: 'C',
  why: 'Each call makes a plan of its own and analyzes all of it again, for what one call can do.',
  notWhen: 'There are few turns.',
  options: [
    {
      action:
        'withColumnsRenamed({…}) for all names, toDF(*names) for new names of all columns, drop(*names) for several.',
      trade_off: 'withColumnsRenamed() is there from Spark 3.4 on.',
      avoid_when: 'A turn decides what the next one renames.',
    },
  ],
  *check(context) {
    for (const { call, turns } of carriedCalls(context, 'withColumnRenamed', 'drop')) {
      if (turns !== undefined && turns < MIN_TURNS) continue;
      yield {
        where: call.name,
        message: `${call.method}() is put on its own result ${turnsText(turns)}: a plan for each turn`,
        confidence: turns === undefined ? 'medium' : 'high',
        whyConfidence:
          turns === undefined ? 'how many turns there are depends on the run' : 'the turns are known',
      };
    }
  },
};

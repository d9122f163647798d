import { carriedCalls, turnsText } from '../facts/loops.ts';
import type { Rule } from '../rule.ts';

/** Below that a loop is no worse than the same calls in a row, see chained-with-columns. */
const MIN_TURNS = 4;

export const withColumnInLoop: Rule = {
  id: 'COL-01',
  name: 'with-column-in-loop',
  title: 'withColumn() in a loop',
  severity: 'high',
  evidence: 'C',
  why: 'Each call makes a plan of its own and analyzes all of it again, so the driver’s work grows with the square of the turns.',
  notWhen: 'There are few turns, or each column is computed from the one before.',
  options: [
    {
      action: 'Collect the columns in a dict and give them to withColumns() once, or to one select().',
      trade_off: 'A column cannot use one that is made in the same call.',
      avoid_when: 'Each turn builds on the column of the turn before.',
    },
  ],
  *check(context) {
    for (const { call, turns } of carriedCalls(context, 'withColumn')) {
      if (turns !== undefined && turns < MIN_TURNS) continue;
      yield {
        where: call.name,
        message: `withColumn() is put on its own result ${turnsText(turns)}: a plan for each turn`,
        confidence: turns === undefined ? 'medium' : 'high',
        whyConfidence:
          turns === undefined ? 'how many turns there are depends on the run' : 'the turns are known',
        ...(turns !== undefined && turns < 20 ? { severity: 'medium' as const } : {}),
      };
    }
  },
};

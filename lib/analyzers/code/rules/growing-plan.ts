import { carriedCalls, isInside, loopOf, turnsText } from '../facts/loops.ts';
import type { Rule } from '../rule.ts';

/** Calls that add a shuffle to the plan, turn after turn. */
const WIDE = [
  'join',
  'crossJoin',
  'distinct',
  'dropDuplicates',
  'intersect',
  'subtract',
  'exceptAll',
  'orderBy',
  'sort',
] as const;
/** A plan with a few of them is one that people write by hand, too. */
const MIN_TURNS = 5;
const CUTS = new Set(['checkpoint', 'localCheckpoint', 'createDataFrame']);

export const growingPlan: Rule = {
  id: 'CCH-06',
  name: 'growing-plan',
  title: 'a loop whose plan grows with every turn',
  severity: 'high',
  evidence: 'C',
  why: 'Each turn puts its shuffles on top of all earlier ones, so planning takes longer each time and a lost task goes back to the start.',
  notWhen: 'There are few turns.',
  options: [
    {
      action: 'checkpoint() every few turns: the plan begins anew from files.',
      trade_off: 'It writes to a checkpoint directory and reads back.',
      avoid_when: 'There is no place to write to that all executors see.',
    },
    {
      action: 'localCheckpoint(), which keeps the rows on the executors.',
      trade_off: 'An executor that is lost takes its rows with it, and the run fails.',
      avoid_when: 'Executors come and go, as with dynamic allocation.',
    },
  ],
  *check(context) {
    for (const { call, turns } of carriedCalls(context, ...WIDE)) {
      const around = loopOf(context, call);
      if (!around || (turns !== undefined && turns < MIN_TURNS)) continue;
      const isCut = context.calls.some(
        (each) => (CUTS.has(each.method) || each.on?.kind === 'writer') && isInside(each.name, around),
      );
      if (isCut || call.on.streaming) continue;
      yield {
        where: call.name,
        message: `${call.method}() works on its own result of the turn before ${turnsText(turns)}, and nothing cuts the plan`,
        confidence: turns === undefined ? 'medium' : 'high',
        whyConfidence:
          turns === undefined ? 'how many turns there are depends on the run' : 'the turns are known',
      };
    }
  },
};

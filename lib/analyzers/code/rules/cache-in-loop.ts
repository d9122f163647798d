import { cacheUses } from '../facts/caches.ts';
import { isInside, loopOf } from '../facts/loops.ts';
import type { Rule } from '../rule.ts';

export const cacheInLoop: Rule = {
  id: 'CCH-02',
  name: 'cache-in-loop',
  title: 'a cache in a loop that is never given back',
  severity: 'medium',
  evidence: 'C',
  why: 'Each turn keeps rows of its own, and storage memory fills up with those of turns that are over.',
  notWhen: 'There are few turns, or all of them are read again after the loop.',
  options: [
    {
      action: 'unpersist() at the end of the turn, after the actions that read it.',
      trade_off: 'What still needs it afterwards computes it again.',
      avoid_when: 'A later turn reads it.',
    },
  ],
  *check(context) {
    const released = context.calls.filter(
      (each) => each.method === 'unpersist' || each.method === 'clearCache' || each.method === 'uncacheTable',
    );
    for (const { call } of cacheUses(context)) {
      const around = loopOf(context, call);
      if (!around || (around.turns !== undefined && around.turns < 3)) continue;
      if (
        released.some((each) => isInside(each.name, around)) ||
        (call.callers.length > 0 && released.length > 0)
      )
        continue;
      yield {
        where: call.name,
        message: `${call.method}() runs in a loop${around.turns === undefined ? '' : ` of ${around.turns} turns`}, and nothing in it calls unpersist()`,
        confidence: around.turns === undefined ? 'medium' : 'high',
        whyConfidence:
          'the loop holds no call that gives memory back; how many turns there are may depend on the run',
      };
    }
  },
};

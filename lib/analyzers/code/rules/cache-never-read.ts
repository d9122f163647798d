import { cacheUses } from '../facts/caches.ts';
import type { Rule } from '../rule.ts';

export const cacheNeverRead: Rule = {
  id: 'CCH-03',
  name: 'cache-never-read',
  title: 'a cache that no action reads',
  severity: 'medium',
  evidence: 'C',
  why: 'What is cached is not what the actions compute, so the work is done each time as if there were no cache.',
  notWhen: 'The program goes on elsewhere, such as in later cells of a notebook.',
  options: [
    {
      action: 'Cache the DataFrame that the actions have in common.',
      trade_off: 'Memory or disk for its rows.',
      avoid_when: 'There is one action only; then leave the cache out.',
    },
  ],
  *check(context) {
    for (const { call, reads, escapes, unpersist } of cacheUses(context)) {
      if (reads > 0 || escapes || unpersist) continue;
      const later = context.actions.filter(({ index }) => index >= call.steps[1]);
      if (later.length === 0) continue;
      yield {
        where: call.name,
        message: `no action reads what ${call.method}() keeps here: ${later.length === 1 ? 'the action after it computes' : `the ${later.length} actions after it compute`} other DataFrames`,
        confidence: context.program.unresolved.length === 0 ? 'high' : 'medium',
        whyConfidence: 'the plans of all later actions are known, and none has this part',
      };
    }
  },
};

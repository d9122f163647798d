import { cacheUses } from '../facts/caches.ts';
import type { Rule } from '../rule.ts';

export const cacheReadOnce: Rule = {
  id: 'CCH-01',
  name: 'cache-read-once',
  title: 'a cache that is read once',
  severity: 'medium',
  evidence: 'C',
  why: 'The rows are kept in memory, which takes room from other work, and nobody comes for them a second time.',
  notWhen: 'The program goes on elsewhere, such as in later cells of a notebook.',
  options: [
    {
      action: 'Leave the cache() out.',
      trade_off: 'None, as long as there is one reader.',
      avoid_when: 'Another action on it is about to be added.',
    },
  ],
  *check(context) {
    for (const { call, reads, escapes } of cacheUses(context)) {
      if (reads !== 1 || escapes) continue;
      yield {
        where: call.name,
        message: `${call.method}() keeps rows that only one read in the program asks for`,
        confidence: context.program.unresolved.length === 0 ? 'high' : 'medium',
        whyConfidence:
          'reads are counted over the plans of all actions; parts of a program that cannot be read are not among them',
      };
    }
  },
};

import { cacheUses } from '../facts/caches.ts';
import type { Rule } from '../rule.ts';

export const earlyUnpersist: Rule = {
  id: 'CCH-08',
  name: 'early-unpersist',
  title: 'unpersist() before anything has read the cache',
  severity: 'medium',
  evidence: 'C',
  why: 'cache() only marks a DataFrame; with unpersist() before the first action there is never anything in the cache.',
  notWhen: 'The part in between runs actions that cannot be seen here.',
  options: [
    {
      action: 'Move unpersist() behind the last action that reads the DataFrame.',
      trade_off: 'The rows stay in memory until then.',
      avoid_when: 'There is one action only; then leave out both calls.',
    },
  ],
  *check(context) {
    for (const { call, reads, escapes, unpersist } of cacheUses(context)) {
      if (!unpersist || reads > 0 || escapes) continue;
      const { frame } = call.on;
      const later = context.actions.find(
        ({ index, step }) =>
          index >= unpersist.steps[1] &&
          step.on.kind !== 'rdd' &&
          context.frames.ancestors(step.on.frame).has(frame),
      );
      if (!later) continue;
      yield {
        where: unpersist.name,
        message: `unpersist() comes before the first action that would read the cache, ${later.step.method}() ${context.lineText(later.step.at)}`,
        confidence: 'high',
        whyConfidence: 'no action stands between cache() and unpersist(), and one comes after',
      };
    }
  },
};

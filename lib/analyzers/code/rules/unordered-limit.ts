import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf } from '#lib/plan/logical/traverse.ts';
import { maxRows } from '#lib/plan/optimize/max-rows.ts';
import { nodesOf, through } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const unorderedLimit: Rule = {
  id: 'DET-03',
  name: 'unordered-limit',
  title: 'limit() without an order, whose rows are kept or joined',
  severity: 'medium',
  evidence: 'C',
  why: 'Which rows are taken depends on which tasks finish, so what is written or joined may be others in the next run.',
  notWhen: 'Any rows will do, such as a sample to try things out.',
  options: [
    {
      action: 'orderBy() before limit().',
      trade_off: 'All rows are looked at; Spark keeps only the first ones of each partition.',
      avoid_when: 'Any rows will do.',
    },
    {
      action: 'sample() with a seed.',
      trade_off: 'About as many rows, not exactly.',
      avoid_when: 'The number has to be exact.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (node.kind !== 'Write' && node.kind !== 'Join') continue;
        for (const child of childrenOf(node)) {
          const limit = through(child);
          const where = context.place(limit.at);
          if (limit.kind !== 'GlobalLimit' || !where || isOrdered(limit)) continue;
          yield {
            where,
            message: `limit(${limit.limit ?? ''}) takes some rows, in no order, and the ${node.kind === 'Write' ? 'write' : 'join'} ${context.lineText(node.at)} goes on with them`,
            confidence: 'high',
            whyConfidence: 'no sort stands under the limit',
          };
        }
      }
    }
  },
};

/** A sort below, or so few rows that all of them are taken. */
function isOrdered(limit: Extract<LogicalPlan, { kind: 'GlobalLimit' }>): boolean {
  const below = limit.child.kind === 'LocalLimit' ? limit.child.child : limit.child;
  if (through(below).kind === 'Sort') return true;
  const rows = maxRows(below);
  return rows !== undefined && limit.limit !== undefined && rows <= limit.limit;
}

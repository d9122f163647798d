import { nodesOf, through } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const overwrittenSort: Rule = {
  id: 'SHF-11',
  name: 'overwritten-sort',
  title: 'a sort under another sort',
  severity: 'low',
  evidence: 'C',
  why: 'Only the last order counts. Spark drops the first sort; whoever reads the code may think that both apply.',
  notWhen: 'Never needed: two keys belong in one orderBy().',
  options: [
    {
      action: 'Keep the last one; where both orders are meant, orderBy() with all keys.',
      trade_off: 'None worth naming.',
      avoid_when: 'The first order is looked at in between.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (node.kind !== 'Sort' || !node.global) continue;
        const lower = through(node.child);
        const where = context.place(lower.at);
        if (lower.kind !== 'Sort' || lower.at === node.at || !where) continue;
        yield {
          where,
          message: `the sort ${context.lineText(node.at)} replaces this order; Spark drops this one`,
          confidence: 'high',
          whyConfidence: 'only filters and columns stand between the two sorts',
        };
      }
    }
  },
};

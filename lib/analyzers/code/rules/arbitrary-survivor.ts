import type { Call, Expression } from '#lib/plan/expression/expression.ts';
import { listText } from '#lib/plan/physical/because.ts';
import { nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const arbitrarySurvivor: Rule = {
  id: 'DET-04',
  name: 'arbitrary-survivor',
  title: 'dropDuplicates() by some columns, and other columns used',
  severity: 'medium',
  evidence: 'C',
  why: 'Of rows with the same key one stays, and no order says which: the other columns may come from another row next time.',
  notWhen: 'Rows with the same key are the same in the columns that are used.',
  options: [
    {
      action: 'row_number() over a window with orderBy(), and keep the first.',
      trade_off: 'A sort in each group.',
      avoid_when: 'The rows are the same anyway.',
    },
    {
      action: 'groupBy() with max_by() for each column.',
      trade_off: 'Columns have to be named one by one.',
      avoid_when: 'There are many columns.',
    },
  ],
  *check(context) {
    for (const { analyzed, optimized } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        const where = context.place(node.at);
        if (node.kind !== 'Deduplicate' || node.keys.length === 0 || !where) continue;
        // The optimizer turns it into an aggregate with first() of each other column that somebody reads.
        const planned = nodesOf(optimized, true).find(
          (each) => each.kind === 'Aggregate' && each.at === node.at,
        );
        const taken = planned
          ? within(planned, isFirst).flatMap(({ args: [value] }) =>
              value?.kind === 'attribute' ? [value] : [],
            )
          : [];
        if (taken.length === 0) continue;
        yield {
          where,
          message: `of the rows with the same ${listText(node.keys)} some one stays, and ${taken.length === 1 ? 'its column' : 'its columns'} ${listText(taken.slice(0, 3))}${taken.length > 3 ? ', …' : ''} go on`,
          confidence: 'medium',
          whyConfidence:
            'the columns are read later in the plan; rows with the same key may be the same in them',
        };
      }
    }
  },
};

function isFirst(expression: Expression): expression is Call {
  return expression.kind === 'call' && expression.fn === 'first';
}

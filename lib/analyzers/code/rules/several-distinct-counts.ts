import { canonicalKey } from '#lib/plan/expression/canonical.ts';
import type { Call, Expression } from '#lib/plan/expression/expression.ts';
import { isSmall, nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const severalDistinctCounts: Rule = {
  id: 'SHF-14',
  name: 'several-distinct-counts',
  title: 'several distinct counts in one aggregate',
  severity: 'medium',
  evidence: 'C+',
  why: 'Spark makes a copy of every row for each distinct count before it shuffles them.',
  notWhen: 'The input is small, or few rows are left after the filter.',
  options: [
    {
      action: 'approx_count_distinct() where an error of a few percent does no harm.',
      trade_off: 'The numbers are estimates.',
      avoid_when: 'Somebody checks the numbers against others.',
    },
    {
      action: 'An aggregate for each column, joined by the keys.',
      trade_off: 'The input is read once for each.',
      avoid_when: 'Reading the input is the slow part.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (node.kind !== 'Aggregate' || isSmall(node)) continue;
        const sets = new Set(
          within(node, isDistinct).map((call) => call.args.map(canonicalKey).sort().join()),
        );
        const where = context.place(node.at);
        if (sets.size < 2 || !where) continue;
        yield {
          where,
          message: `${sets.size} different distinct counts: each row is multiplied by ${sets.size} or ${sets.size + 1} before the shuffle`,
          confidence: 'high',
          whyConfidence:
            'Spark plans several distinct sets by expanding the rows; how many there are is not known',
        };
      }
    }
  },
};

function isDistinct(expression: Expression): expression is Call {
  return expression.kind === 'call' && expression.distinct === true && expression.role === 'aggregate';
}

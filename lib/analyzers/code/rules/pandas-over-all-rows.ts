import type { Expression, PythonUdf } from '#lib/plan/expression/expression.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { boundedBy, isSmall, nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const pandasOverAllRows: Rule = {
  id: 'UDF-08',
  name: 'pandas-over-all-rows',
  title: 'a pandas function over all rows as one group',
  severity: 'high',
  evidence: 'C',
  why: 'All rows move to one task, whose Python process has to hold them at once; nothing is summed up before.',
  notWhen: 'Few rows come in, such as totals of an earlier step.',
  options: [
    {
      action: 'Group by keys, so that each group is a part of the data.',
      trade_off: 'The function sees one group at a time: another result.',
      avoid_when: 'It needs all rows together.',
    },
    {
      action: 'Built-in aggregates, which sum up in each partition first.',
      trade_off: 'Only what Spark has functions for.',
      avoid_when: 'There is none for it.',
    },
  ],
  *check(context) {
    for (const { optimized } of context.actions) {
      for (const node of nodesOf(optimized, true)) {
        const what = overAllRows(node);
        const where = context.place(node.at);
        if (what === undefined || !where || !('child' in node) || isSmall(node.child)) continue;
        const bounded = boundedBy(node.child);
        if (bounded === 'a limit') continue;
        yield {
          where,
          message: `${what} gets all rows as one group, in one Python process`,
          confidence: bounded === undefined ? 'high' : 'medium',
          whyConfidence:
            bounded === undefined
              ? 'the plan has no key to group by'
              : `the plan has no key to group by; few rows may be left after ${bounded}`,
          ...(bounded === undefined ? {} : { severity: 'low' as const }),
        };
      }
    }
  },
};

/** What runs over rows that no key divides; constants are no keys. */
function overAllRows(node: LogicalPlan): string | undefined {
  if (node.kind === 'PythonGroupMap' && node.grouping.every(isConstant))
    return 'the function of applyInPandas()';
  if (node.kind !== 'Aggregate' || !node.grouping.every(isConstant)) return undefined;
  const [udf] = within(node, isGroupedUdf);
  return udf && `the pandas function ${udf.name}`;
}

function isConstant(expression: Expression): boolean {
  return expression.kind === 'literal';
}

function isGroupedUdf(expression: Expression): expression is PythonUdf {
  return expression.kind === 'python-udf' && expression.mode === 'grouped-aggregate';
}

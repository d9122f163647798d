import type { Expression, WindowExpression } from '#lib/plan/expression/expression.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { isUniqueBy } from '#lib/plan/optimize/distinct-keys.ts';
import { listText } from '#lib/plan/physical/because.ts';
import { nodesOf, within } from '../facts/plans.ts';
import type { Rule } from '../rule.ts';

export const defaultWindowFrame: Rule = {
  id: 'DET-02',
  name: 'default-window-frame',
  title: 'an ordered window without a frame',
  severity: 'low',
  evidence: 'C',
  why: 'The frame is then "from the start to here, with all rows that are equal in order": rows with the same order all get the same total.',
  notWhen: 'The order is unique in each window, or equal rows are meant to count together.',
  options: [
    {
      action: 'rowsBetween(Window.unboundedPreceding, Window.currentRow) for a total row by row.',
      trade_off: 'Among equal rows the order is open, unless another column decides.',
      avoid_when: 'Equal rows belong together.',
    },
    {
      action: 'Leave orderBy() out where the total of the whole window is meant.',
      trade_off: 'Another result: that of all rows.',
      avoid_when: 'A running total is meant.',
    },
  ],
  *check(context) {
    for (const { analyzed } of context.actions) {
      for (const node of nodesOf(analyzed, true)) {
        if (node.kind !== 'Window') continue;
        const where = context.place(node.at);
        const found = within(node, isDefaultFrame)[0];
        if (!found || !where || found.fn.kind !== 'call' || isUnique(node)) continue;
        yield {
          where,
          message: `${found.fn.written ?? found.fn.fn}() over an order by ${listText(found.orderBy.map(({ child }) => child))} and no frame: rows equal in it share one value`,
          confidence: 'medium',
          whyConfidence: 'the frame is the default one; whether rows are equal in order is not known',
        };
      }
    }
  },
};

/** Rows that cannot be equal in order: a group-by below gives one row for these keys. */
function isUnique(node: Extract<LogicalPlan, { kind: 'Window' }>): boolean {
  const by = [...node.partitionBy, ...node.orderBy.map(({ child }) => child)];
  return isUniqueBy(node.child, by);
}

/** Aggregates; rank, row_number, lag and their kin have frames of their own. */
function isDefaultFrame(expression: Expression): expression is WindowExpression {
  return (
    expression.kind === 'window' &&
    expression.frame === undefined &&
    expression.orderBy.length > 0 &&
    expression.fn.kind === 'call' &&
    expression.fn.role === 'aggregate'
  );
}

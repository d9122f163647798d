import { canonicalKey } from '../expression/canonical.ts';
import type { Alias, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, isAggregate, toAttribute } from '../expression/make.ts';
import { mapOperands, operandsOf } from '../expression/traverse.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { isFoldable } from './fold.ts';
import { nodeRule } from './rule.ts';

/**
 * Grouping by something computed gets a column of its own below the aggregate, named `_groupingexpression`, so that the
 * shuffle is by that column. Source: PullOutGroupingExpressions.
 */
export const pullOutGroupingExpressions = nodeRule(
  'PullOutGroupingExpressions',
  transformPlanUp,
  (plan, context) => {
    if (plan.kind !== 'Aggregate') return plan;
    const columns = new Map<string, Alias>();
    const grouping = plan.grouping.map((key): Expression => {
      if (isFoldable(key) || operandsOf(key).length === 0) return key;
      const known = columns.get(canonicalKey(key)) ?? alias(key, '_groupingexpression', context.fresh());
      columns.set(canonicalKey(key), known);
      return toAttribute(known);
    });
    if (columns.size === 0) return plan;
    const replace = (expression: Expression): Expression => {
      if (isAggregate(expression) || isFoldable(expression)) return expression;
      // An alias has the key of its value, but stays what it is.
      const column = expression.kind === 'alias' ? undefined : columns.get(canonicalKey(expression));
      return column ? toAttribute(column) : mapOperands(expression, replace);
    };
    return {
      ...plan,
      grouping,
      list: plan.list.map((named) => replace(named) as NamedExpression),
      child: {
        kind: 'Project',
        at: plan.at,
        list: [...outputOf(plan.child), ...columns.values()],
        child: plan.child,
      },
    };
  },
);

import type { Expression } from '../expression/expression.ts';
import { alias, isNotNull, literal } from '../expression/make.ts';
import { mapOperands, transformUp } from '../expression/traverse.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';
import { isCorrelated } from './expression-traits.ts';
import { withoutTopSort } from './rewrite-predicate-subquery.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

/** A subquery that needs nothing from around it is planned by itself and runs before. Source: OptimizeSubqueries. */
export const optimizeSubqueries = nodeRule('OptimizeSubqueries', transformPlanUp, (plan, context) =>
  mapExpressions(plan, (expression) => optimized(expression, context)),
);

function optimized(expression: Expression, context: OptimizerContext): Expression {
  const over = mapOperands(expression, (operand) => optimized(operand, context));
  if (over.kind !== 'scalar-subquery' || isCorrelated(over)) return over;
  const plan = withoutTopSort(context.optimizeSubquery(over.plan));
  return plan === over.plan ? over : { ...over, plan };
}

/** EXISTS over a fixed subquery is whether it has a first row. Source: RewriteNonCorrelatedExists. */
export const rewriteNonCorrelatedExists = nodeRule(
  'RewriteNonCorrelatedExists',
  transformPlanUp,
  (plan, context) =>
    mapExpressions(plan, (expression) =>
      transformUp(expression, (part) => {
        if (part.kind !== 'exists' || isCorrelated(part)) return part;
        const one = alias(literal(1), 'col', context.fresh());
        const project = { kind: 'Project' as const, at: plan.at, list: [one], child: part.plan };
        const local = { kind: 'LocalLimit' as const, at: plan.at, limit: 1, child: project };
        return isNotNull({
          kind: 'scalar-subquery',
          plan: { kind: 'GlobalLimit', at: plan.at, limit: 1, child: local },
          id: context.fresh(),
        });
      }),
    ),
);

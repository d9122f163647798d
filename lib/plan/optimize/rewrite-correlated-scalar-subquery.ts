import type { Attribute, Expression, ScalarSubquery } from '../expression/expression.ts';
import { conjunction } from '../expression/make.ts';
import { mapOperands, some } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';
import { replaceAttributes } from './aliases.ts';
import { isCorrelated } from './expression-traits.ts';
import { copyWithFreshIds } from './fresh-copy.ts';
import { idsOf } from './inner-joins.ts';
import { pullUpCorrelatedPredicates, withoutOuter } from './pull-up-correlated-predicates.ts';
import { withoutTopSort } from './rewrite-predicate-subquery.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

const NAME = 'RewriteCorrelatedScalarSubquery';

/**
 * A value looked up for each row is a left outer join with the subquery grouped by what it is looked up by. Source:
 * RewriteCorrelatedScalarSubquery.
 */
export const rewriteCorrelatedScalarSubquery = nodeRule(NAME, transformPlanUp, (plan, context) => {
  if (plan.kind !== 'Filter' && plan.kind !== 'Project' && plan.kind !== 'Aggregate') return plan;
  let input = plan.child;
  const replaced = mapExpressions(plan, (expression) => {
    if (!some(expression, isLookup)) return expression;
    const [changed, child] = lookedUp(expression, input, plan.at, context);
    input = child;
    return changed;
  });
  if (input === plan.child) return plan;
  context.note(NAME, plan.at, 'the value looked up for each row is joined from an aggregate');
  const over = { ...replaced, child: input } as LogicalPlan;
  return plan.kind === 'Filter'
    ? { kind: 'Project', at: plan.at, list: outputOf(plan.child), child: over }
    : over;
});

function isLookup(expression: Expression): expression is ScalarSubquery {
  return expression.kind === 'scalar-subquery' && isCorrelated(expression);
}

function lookedUp(
  expression: Expression,
  plan: LogicalPlan,
  at: number | undefined,
  context: OptimizerContext,
): readonly [Expression, LogicalPlan] {
  let input = plan;
  const replace = (part: Expression): Expression => {
    if (!isLookup(part)) return mapOperands(part, replace);
    const pulled = pullUpCorrelatedPredicates(part.plan);
    const optimized = withoutTopSort(context.optimizeSubquery(pulled.plan));
    const outer = idsOf(input);
    const clash = [...idsOf(optimized)].some((id) => outer.has(id));
    const copy = clash
      ? copyWithFreshIds(optimized, context.fresh)
      : { plan: optimized, ids: new Map<number, Attribute>() };
    const condition = conjunction(
      pulled.conditions.map((each) => withoutOuter(replaceAttributes(each, copy.ids))),
    );
    const value = outputOf(copy.plan)[0] as Attribute;
    const join: LogicalPlan = {
      kind: 'Join',
      at,
      left: input,
      right: copy.plan,
      joinType: 'LeftOuter',
      condition,
    };
    input = { kind: 'Project', at, list: [...outputOf(input), value], child: join };
    return { ...value, nullable: true };
  };
  return [replace(expression), input];
}

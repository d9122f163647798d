import type { Attribute, Expression } from '../expression/expression.ts';
import { conjunction, conjuncts, equal, isNull, or } from '../expression/make.ts';
import { mapOperands, some } from '../expression/traverse.ts';
import type { JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { mapExpressions, transformPlanUp } from '../logical/traverse.ts';
import { BOOLEAN } from '../types/names.ts';
import { replaceAttributes } from './aliases.ts';
import { isCorrelated } from './expression-traits.ts';
import { copyWithFreshIds } from './fresh-copy.ts';
import { filtered, idsOf } from './inner-joins.ts';
import { pullUpCorrelatedPredicates, withoutOuter } from './pull-up-correlated-predicates.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

const NAME = 'RewritePredicateSubquery';

type Predicate = Extract<Expression, { kind: 'exists' | 'in-subquery' }>;

/**
 * EXISTS and IN as a filter are semi joins, NOT EXISTS and NOT IN anti joins; inside other conditions they are existence
 * joins, which add a column saying whether a row was met. Source: RewritePredicateSubquery.
 */
export const rewritePredicateSubquery = nodeRule(NAME, transformPlanUp, (plan, context) => {
  if (plan.kind === 'Filter') {
    const all = conjuncts(plan.condition);
    const withSubquery = all.filter(needsJoin);
    if (withSubquery.length === 0) return plan;
    const plain = filtered(
      plan.child,
      all.filter((each) => !needsJoin(each)),
      plan.at,
    );
    return withSubquery.reduce((input, each) => joined(input, each, plan.at, context), plain);
  }
  if (plan.kind !== 'Project' && plan.kind !== 'Aggregate') return plan;
  const before = plan.child;
  let input = before;
  const changed = mapExpressions(plan, (expression) => {
    const replaced = existential(expression, input, plan.at, context);
    input = replaced.plan;
    return replaced.expression;
  }) as typeof plan;
  return input === before ? plan : { ...changed, child: input };
});

function needsJoin(expression: Expression): boolean {
  return some(expression, isPredicate);
}

function isPredicate(expression: Expression): expression is Predicate {
  return expression.kind === 'in-subquery' || (expression.kind === 'exists' && isCorrelated(expression));
}

function joined(
  input: LogicalPlan,
  condition: Expression,
  at: number | undefined,
  context: OptimizerContext,
): LogicalPlan {
  const negated = condition.kind === 'call' && condition.fn === 'not';
  const predicate = negated ? condition.args[0]! : condition;
  if (!isPredicate(predicate)) {
    const replaced = existential(condition, input, at, context);
    const filter: LogicalPlan = { kind: 'Filter', at, condition: replaced.expression, child: replaced.plan };
    return { kind: 'Project', at, list: outputOf(input), child: filter };
  }
  const sub = prepared(predicate, input, context);
  const joinType: JoinType = negated ? 'LeftAnti' : 'LeftSemi';
  context.note(
    NAME,
    at,
    `${negated ? 'NOT ' : ''}${predicate.kind === 'exists' ? 'EXISTS' : 'IN'} runs as a ${joinType} join`,
  );
  // A value may be null: NOT IN lets a row through only if no comparison is unknown.
  const equalities = negated ? sub.equalities.map((each) => or(each, isNull(each))) : sub.equalities;
  return {
    kind: 'Join',
    at,
    left: input,
    right: sub.plan,
    joinType,
    condition: conjunction([...equalities, ...sub.conditions]),
  };
}

interface Existential {
  readonly expression: Expression;
  readonly plan: LogicalPlan;
}

function existential(
  expression: Expression,
  plan: LogicalPlan,
  at: number | undefined,
  context: OptimizerContext,
): Existential {
  let input = plan;
  const replace = (part: Expression): Expression => {
    if (!isPredicate(part)) return mapOperands(part, replace);
    const sub = prepared(part, input, context);
    const exists: Attribute = {
      kind: 'attribute',
      id: context.fresh(),
      name: 'exists',
      type: BOOLEAN,
      nullable: false,
      qualifier: [],
    };
    context.note(NAME, at, 'the subquery runs as an existence join');
    const condition = conjunction([...sub.equalities, ...sub.conditions]);
    input = { kind: 'Join', at, left: input, right: sub.plan, joinType: 'ExistenceJoin', condition, exists };
    return exists;
  };
  return { expression: replace(expression), plan: input };
}

/** The subquery as a plan to join with: without correlation, optimized by itself, with ids of its own. */
function prepared(predicate: Predicate, input: LogicalPlan, context: OptimizerContext) {
  const pulled = pullUpCorrelatedPredicates(predicate.plan);
  const width = outputOf(predicate.plan).length;
  const optimized = withoutTopSort(context.optimizeSubquery(pulled.plan));
  const clash = [...idsOf(optimized)].some((id) => idsOf(input).has(id));
  const copy = clash
    ? copyWithFreshIds(optimized, context.fresh)
    : { plan: optimized, ids: new Map<number, Attribute>() };
  const conditions = pulled.conditions.map((each) => withoutOuter(replaceAttributes(each, copy.ids)));
  const values = predicate.kind === 'in-subquery' ? predicate.values : [];
  const equalities = values.map((value, i) => equal(value, outputOf(copy.plan).slice(0, width)[i] ?? value));
  return { plan: copy.plan, conditions, equalities };
}

/** Rows of a subquery have no order (OptimizeSubqueries.removeTopLevelSort). */
export function withoutTopSort(plan: LogicalPlan): LogicalPlan {
  if (plan.kind === 'Sort') return plan.child;
  if (plan.kind === 'Project' && plan.child.kind === 'Sort') return { ...plan, child: plan.child.child };
  return plan;
}

import { canonicalKey } from '../expression/canonical.ts';
import type { Attribute, Expression } from '../expression/expression.ts';
import { conjunction, conjuncts, isNotNull } from '../expression/make.ts';
import { isDeterministic, operandsOf, references, transformUp } from '../expression/traverse.ts';
import type { Filter, Join, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { transformPlanUp } from '../logical/traverse.ts';
import { typeName } from '../types/data-type.ts';
import { constraintsOf } from './constraints.ts';
import { isNullIntolerant } from './fold.ts';
import { filtered, idsOf, isInnerLike, isSubset } from './inner-joins.ts';
import { nodeRule } from './rule.ts';

/**
 * What a condition says without words: its columns are not null, and what holds for one of two equal columns holds for
 * the other. Source: InferFiltersFromConstraints.
 */
export const inferFiltersFromConstraints = nodeRule(
  'InferFiltersFromConstraints',
  transformPlanUp,
  (plan) => {
    if (plan.kind === 'Filter') return inferred(plan);
    return plan.kind === 'Join' && plan.condition ? inferredForJoin(plan, plan.condition) : plan;
  },
);

function inferred(filter: Filter): LogicalPlan {
  const own = conjuncts(filter.condition);
  const known = new Set([...constraintsOf(filter.child), ...own].map(canonicalKey));
  const added = notNulls(own, filter.child).filter((each) => !known.has(canonicalKey(each)));
  return added.length === 0 ? filter : { ...filter, condition: conjunction([...added, ...own])! };
}

function inferredForJoin(join: Join, condition: Expression): LogicalPlan {
  const own = conjuncts(condition);
  const constraints = [...constraintsOf(join.left), ...constraintsOf(join.right), ...own];
  const all = [
    ...constraints,
    ...transferred(constraints),
    ...notNulls(own, join.left),
    ...notNulls(own, join.right),
  ];
  const forSide = (side: LogicalPlan) => {
    const known = new Set(constraintsOf(side).map(canonicalKey));
    const fresh = new Map<string, Expression>();
    for (const each of all) {
      const key = canonicalKey(each);
      if (references(each).size === 0 || known.has(key) || !isSubset(references(each), idsOf(side))) continue;
      if (isDeterministic(each) && !isTrivial(each)) fresh.set(key, each);
    }
    return filtered(side, [...fresh.values()], join.at);
  };
  const inner = isInnerLike(join.joinType) || join.joinType === 'LeftSemi';
  const toLeft = inner || join.joinType === 'RightOuter';
  const toRight = inner || join.joinType === 'LeftOuter' || join.joinType === 'LeftAnti';
  const left = toLeft ? forSide(join.left) : join.left;
  const right = toRight ? forSide(join.right) : join.right;
  return left === join.left && right === join.right ? join : { ...join, left, right };
}

/** Columns that a true condition shows not to be null (QueryPlanConstraints.constructIsNotNullConstraints). */
function notNulls(conditions: readonly Expression[], side: LogicalPlan): readonly Expression[] {
  const found = new Map<number, Attribute>();
  const visit = (expression: Expression): void => {
    if (expression.kind === 'attribute') found.set(expression.id, expression);
    else if (isNullIntolerant(expression) || isComparison(expression)) operandsOf(expression).forEach(visit);
  };
  for (const condition of conditions) {
    if (condition.kind === 'call' && condition.fn === 'isnotnull') visit(condition.args[0]!);
    else if (condition.kind === 'call' && condition.fn === 'in') visit(condition.args[0]!);
    else if (condition.kind === 'call' && condition.fn === 'not') {
      const negated = condition.args[0]!;
      if (isComparison(negated) || isNullIntolerant(negated)) visit(negated);
    } else visit(condition);
  }
  const nullable = new Map(outputOf(side).map((attribute) => [attribute.id, attribute.nullable]));
  return [...found.values()].filter((attribute) => nullable.get(attribute.id) === true).map(isNotNull);
}

function isComparison(expression: Expression): boolean {
  return expression.kind === 'call' && ['=', '<', '>', '<=', '>=', '!='].includes(expression.fn);
}

/** From a = b and p(a) follows p(b) (ConstraintHelper.inferAdditionalConstraints). */
function transferred(constraints: readonly Expression[]): readonly Expression[] {
  const made: Expression[] = [];
  const equalities = constraints.flatMap((each) => {
    if (each.kind !== 'call' || each.fn !== '=') return [];
    const [a, b] = each.args as [Expression, Expression];
    return a.kind === 'attribute' && b.kind === 'attribute' && typeName(a.type) === typeName(b.type)
      ? [{ each, a, b }]
      : [];
  });
  for (const { each, a, b } of equalities) {
    for (const other of constraints) {
      if (other === each) continue;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!references(other).has(from.id)) continue;
        made.push(
          transformUp(other, (part) => (part.kind === 'attribute' && part.id === from.id ? to : part)),
        );
      }
    }
  }
  return made;
}

function isTrivial(expression: Expression): boolean {
  if (expression.kind !== 'call' || expression.args.length !== 2) return false;
  return canonicalKey(expression.args[0]!) === canonicalKey(expression.args[1]!);
}

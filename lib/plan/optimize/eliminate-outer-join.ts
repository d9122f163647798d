import type { Expression } from '../expression/expression.ts';
import { conjuncts } from '../expression/make.ts';
import { isDeterministic, references, referencesOf } from '../expression/traverse.ts';
import type { Aggregate, Filter, Join, JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import { expressionsOf, transformPlanDown } from '../logical/traverse.ts';
import { distinctKeys } from './distinct-keys.ts';
import { extractEquiJoinKeys } from './equi-join-keys.ts';
import { hasCorrelatedSubquery } from './expression-traits.ts';
import { valueOnNulls } from './fold.ts';
import { isGroupOnly } from './group-only.ts';
import { idsOf, isSubset } from './inner-joins.ts';
import { nodeRule, type OptimizerContext } from './rule.ts';

/**
 * An outer join whose filled-up rows a filter drops again is an inner (or one-sided) join; an outer side that is unique
 * by its key and not read changes nothing and goes. Source: EliminateOuterJoin.
 */
export const eliminateOuterJoin = nodeRule('EliminateOuterJoin', transformPlanDown, (plan, context) => {
  if (plan.kind === 'Filter' && plan.child.kind === 'Join') return withoutFilling(plan, plan.child, context);
  if (plan.kind === 'Aggregate' && isGroupOnly(plan)) return underDistinct(plan, context);
  if (plan.kind === 'Project' && plan.child.kind === 'Join') {
    const kept = unreadSide(plan.child, referencesOf(plan.list));
    if (kept === undefined) return plan;
    context.note(
      'EliminateOuterJoin',
      plan.child.at,
      'the outer join goes: its other side has at most one row for each and no column of it is read',
    );
    return { ...plan, child: kept };
  }
  return plan;
});

function withoutFilling(filter: Filter, join: Join, context: OptimizerContext): LogicalPlan {
  const joinType = narrowed(join, conjuncts(filter.condition));
  if (joinType === join.joinType) return filter;
  context.note(
    'EliminateOuterJoin',
    join.at,
    `the ${join.joinType} join becomes ${joinType}: the filter above drops the rows that it fills with nulls`,
  );
  return { ...filter, child: { ...join, joinType } };
}

function narrowed(join: Join, conditions: readonly Expression[]): JoinType {
  const dropsNullsOf = (side: LogicalPlan) =>
    conditions.some(
      (each) => references(each).size > 0 && isSubset(references(each), idsOf(side)) && filtersOutNull(each),
    );
  switch (join.joinType) {
    case 'LeftOuter':
      return dropsNullsOf(join.right) ? 'Inner' : 'LeftOuter';
    case 'RightOuter':
      return dropsNullsOf(join.left) ? 'Inner' : 'RightOuter';
    case 'FullOuter': {
      const left = dropsNullsOf(join.left);
      const right = dropsNullsOf(join.right);
      if (left && right) return 'Inner';
      return left ? 'LeftOuter' : right ? 'RightOuter' : 'FullOuter';
    }
    default:
      return join.joinType;
  }
}

function filtersOutNull(condition: Expression): boolean {
  if (!isDeterministic(condition) || hasCorrelatedSubquery(condition)) return false;
  const value = valueOnNulls(condition);
  return value !== 'unknown' && (value.value === null || value.value === false);
}

/** Only whether groups exist is asked: rows that the outer side doubles do not matter. */
function underDistinct(plan: Aggregate, context: OptimizerContext): LogicalPlan {
  const project = plan.child.kind === 'Project' ? plan.child : undefined;
  const join = project ? project.child : plan.child;
  if (join.kind !== 'Join') return plan;
  const read = referencesOf(expressionsOf(project ?? plan));
  const deterministic = expressionsOf(project ?? plan).every(isDeterministic);
  const kept =
    join.joinType === 'LeftOuter' && isSubset(read, idsOf(join.left))
      ? join.left
      : join.joinType === 'RightOuter' && isSubset(read, idsOf(join.right))
        ? join.right
        : undefined;
  if (kept === undefined || !deterministic) return plan;
  context.note('EliminateOuterJoin', join.at, 'the outer join goes: only its kept side is grouped by');
  return { ...plan, child: project ? { ...project, child: kept } : kept };
}

function unreadSide(join: Join, read: ReadonlySet<number>): LogicalPlan | undefined {
  const keys = extractEquiJoinKeys(join);
  if (keys === undefined) return undefined;
  const isUnique = (side: LogicalPlan, sideKeys: readonly Expression[]) => {
    const joined = referencesOf(sideKeys.filter((key) => key.kind === 'attribute'));
    return distinctKeys(side).some((unique) => isSubset(unique, joined));
  };
  if (join.joinType === 'LeftOuter' && isSubset(read, idsOf(join.left)) && isUnique(join.right, keys.right)) {
    return join.left;
  }
  if (join.joinType === 'RightOuter' && isSubset(read, idsOf(join.right)) && isUnique(join.left, keys.left)) {
    return join.right;
  }
  return undefined;
}

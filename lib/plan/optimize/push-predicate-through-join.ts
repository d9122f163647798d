import type { Expression } from '../expression/expression.ts';
import { conjunction, conjuncts } from '../expression/make.ts';
import { isDeterministic } from '../expression/traverse.ts';
import type { Filter, Join, LogicalPlan } from '../logical/logical-plan.ts';
import { hasPythonUdf } from './expression-traits.ts';
import { canEvaluate, canEvaluateWithinJoin, filtered } from './inner-joins.ts';

/** Conditions by the side of a join that can answer them (PushPredicateThroughJoin.split). */
function split(conditions: readonly Expression[], join: Join) {
  const left: Expression[] = [];
  const right: Expression[] = [];
  const common: Expression[] = [];
  for (const condition of conditions) {
    if (!isDeterministic(condition)) common.push(condition);
    else if (canEvaluate(condition, join.left)) left.push(condition);
    else if (canEvaluate(condition, join.right)) right.push(condition);
    else common.push(condition);
  }
  return { left, right, common };
}

/**
 * A filter over a join goes to the side it reads; over an inner join what needs both sides becomes its condition, which
 * is what turns `FROM a, b WHERE a.k = b.k` into a join by key. Source: PushPredicateThroughJoin.
 */
export function pushFilterThroughJoin(filter: Filter, join: Join): LogicalPlan {
  const { left, right, common } = split(conjuncts(filter.condition), join);
  const at = filter.at;
  switch (join.joinType) {
    case 'Inner':
    case 'Cross': {
      const within = common.filter((each) => canEvaluateWithinJoin(each) && !hasPythonUdf(each));
      const above = common.filter((each) => !within.includes(each));
      if (left.length + right.length + within.length === 0) return filter;
      const conditions = [...within, ...(join.condition ? conjuncts(join.condition) : [])];
      const pushed: Join = {
        ...join,
        left: filtered(join.left, left, at),
        right: filtered(join.right, right, at),
        condition: conjunction(conditions),
      };
      return filtered(pushed, above, at);
    }
    case 'RightOuter':
      if (right.length === 0) return filter;
      return filtered({ ...join, right: filtered(join.right, right, at) }, [...left, ...common], at);
    case 'LeftOuter':
    case 'LeftSemi':
    case 'LeftAnti':
    case 'ExistenceJoin':
      if (left.length === 0) return filter;
      return filtered({ ...join, left: filtered(join.left, left, at) }, [...right, ...common], at);
    default:
      return filter;
  }
}

/** Conditions of a join that only one side needs go to that side, where the join type allows it. */
export function pushJoinCondition(join: Join): LogicalPlan {
  if (join.condition === undefined) return join;
  const { left, right, common } = split(conjuncts(join.condition), join);
  const onlyLeft: Join = {
    ...join,
    left: filtered(join.left, left, join.at),
    condition: conjunction([...right, ...common]),
  };
  const onlyRight: Join = {
    ...join,
    right: filtered(join.right, right, join.at),
    condition: conjunction([...left, ...common]),
  };
  switch (join.joinType) {
    case 'Inner':
    case 'Cross':
    case 'LeftSemi':
      if (left.length + right.length === 0) return join;
      return {
        ...join,
        left: filtered(join.left, left, join.at),
        right: filtered(join.right, right, join.at),
        condition: conjunction(common),
      };
    case 'RightOuter':
      return left.length > 0 ? onlyLeft : join;
    case 'LeftOuter':
    case 'LeftAnti':
    case 'ExistenceJoin':
      return right.length > 0 ? onlyRight : join;
    default:
      return join;
  }
}

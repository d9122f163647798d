import type { Expression } from '../expression/expression.ts';
import { toAttribute } from '../expression/make.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { extractEquiJoinKeys } from './equi-join-keys.ts';
import { isSubset } from './inner-joins.ts';

type Keys = readonly ReadonlySet<number>[];

/** Sets of columns by which the rows are known to be unique (LogicalPlanDistinctKeys); an empty set: one row at most. */
export function distinctKeys(plan: LogicalPlan): Keys {
  switch (plan.kind) {
    case 'Aggregate': {
      if (plan.grouping.length === 0) return [new Set()];
      const keys = plan.grouping.flatMap((key) => (key.kind === 'attribute' ? [key.id] : []));
      if (keys.length < plan.grouping.length) return [];
      return projected([new Set(keys)], plan.list);
    }
    case 'Project':
      return projected(distinctKeys(plan.child), plan.list);
    case 'Filter':
    case 'Sort':
    case 'LocalLimit':
    case 'Offset':
    case 'Tail':
    case 'Sample':
    case 'Window':
    case 'Repartition':
    case 'RepartitionByExpression':
    case 'SubqueryAlias':
      return plan.kind === 'Sample' && plan.withReplacement ? [] : distinctKeys(plan.child);
    case 'GlobalLimit':
      return plan.limit !== undefined && plan.limit <= 1 ? [new Set()] : distinctKeys(plan.child);
    case 'OneRowRelation':
      return [new Set()];
    case 'Join': {
      if (plan.joinType === 'LeftSemi' || plan.joinType === 'LeftAnti') return distinctKeys(plan.left);
      const keys = extractEquiJoinKeys(plan);
      if (keys === undefined) return [];
      const left = isUniqueBy(plan.left, keys.left);
      const right = isUniqueBy(plan.right, keys.right);
      if (plan.joinType === 'Inner' || plan.joinType === 'Cross') {
        return [...(right ? distinctKeys(plan.left) : []), ...(left ? distinctKeys(plan.right) : [])];
      }
      if (plan.joinType === 'LeftOuter') return right ? distinctKeys(plan.left) : [];
      if (plan.joinType === 'RightOuter') return left ? distinctKeys(plan.right) : [];
      return [];
    }
    default:
      return [];
  }
}

/** Whether a row of the other side meets at most one of this side. */
export function isUniqueBy(side: LogicalPlan, keys: readonly Expression[]): boolean {
  const ids = new Set(keys.flatMap((key) => (key.kind === 'attribute' ? [key.id] : [])));
  return distinctKeys(side).some((unique) => isSubset(unique, ids));
}

function projected(keys: Keys, list: Extract<LogicalPlan, { kind: 'Project' }>['list']): Keys {
  const kept = new Map<number, number>();
  for (const named of list) {
    const attribute = toAttribute(named);
    if (named.kind === 'attribute') kept.set(named.id, attribute.id);
    else if (named.child.kind === 'attribute' && !kept.has(named.child.id))
      kept.set(named.child.id, attribute.id);
  }
  return keys
    .filter((key) => [...key].every((id) => kept.has(id)))
    .map((key) => new Set([...key].map((id) => kept.get(id)!)));
}

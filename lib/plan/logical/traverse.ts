import type { Expression, NamedExpression, SortOrder } from '../expression/expression.ts';
import { mapSame } from '../map-same.ts';
import type { LogicalPlan } from './logical-plan.ts';

/** Inputs of a node, left to right. A cached plan is no input: it runs by itself. */
export function childrenOf(plan: LogicalPlan): readonly LogicalPlan[] {
  switch (plan.kind) {
    case 'Relation':
    case 'Range':
    case 'LocalRelation':
    case 'RddRelation':
    case 'OneRowRelation':
    case 'InMemoryRelation':
    case 'EmptyRelation':
      return [];
    case 'Join':
    case 'Intersect':
    case 'Except':
    case 'PythonCogroupMap':
      return [plan.left, plan.right];
    case 'Union':
    case 'Opaque':
      return plan.children;
    default:
      return [plan.child];
  }
}

/** The same node over other inputs; itself when `change` changes none. */
export function mapChildren(plan: LogicalPlan, change: (child: LogicalPlan) => LogicalPlan): LogicalPlan {
  switch (plan.kind) {
    case 'Relation':
    case 'Range':
    case 'LocalRelation':
    case 'RddRelation':
    case 'OneRowRelation':
    case 'InMemoryRelation':
    case 'EmptyRelation':
      return plan;
    case 'Join':
    case 'Intersect':
    case 'Except':
    case 'PythonCogroupMap': {
      const left = change(plan.left);
      const right = change(plan.right);
      return left === plan.left && right === plan.right ? plan : { ...plan, left, right };
    }
    case 'Union':
    case 'Opaque': {
      const children = mapSame(plan.children, change);
      return children === plan.children ? plan : { ...plan, children };
    }
    default: {
      const child = change(plan.child);
      return child === plan.child ? plan : { ...plan, child };
    }
  }
}

/** The expressions of the node itself, in Spark's order; attributes that it merely defines are none of them. */
export function expressionsOf(plan: LogicalPlan): readonly Expression[] {
  switch (plan.kind) {
    case 'Project':
      return plan.list;
    case 'Filter':
      return [plan.condition];
    case 'Join':
      return plan.condition === undefined ? [] : [plan.condition];
    case 'Aggregate':
      return [...plan.grouping, ...plan.list];
    case 'Window':
      return [...plan.list, ...plan.partitionBy, ...plan.orderBy];
    case 'Sort':
      return plan.order;
    case 'Deduplicate':
      return plan.keys;
    case 'Generate':
      return [plan.generator];
    case 'Expand':
      return plan.projections.flat();
    case 'RepartitionByExpression':
      return plan.keys;
    case 'PythonGroupMap':
      return plan.grouping;
    case 'PythonCogroupMap':
      return [...plan.leftGrouping, ...plan.rightGrouping];
    case 'Write':
      return [...plan.partitionBy, ...(plan.bucketBy?.columns ?? [])];
    default:
      return [];
  }
}

/** The same node with other expressions; itself when `change` changes none. */
export function mapExpressions(
  plan: LogicalPlan,
  change: (expression: Expression) => Expression,
): LogicalPlan {
  switch (plan.kind) {
    case 'Project': {
      const list = mapSame(plan.list, (named) => change(named) as NamedExpression);
      return list === plan.list ? plan : { ...plan, list };
    }
    case 'Filter': {
      const condition = change(plan.condition);
      return condition === plan.condition ? plan : { ...plan, condition };
    }
    case 'Join': {
      if (plan.condition === undefined) return plan;
      const condition = change(plan.condition);
      return condition === plan.condition ? plan : { ...plan, condition };
    }
    case 'Aggregate': {
      const grouping = mapSame(plan.grouping, change);
      const list = mapSame(plan.list, (named) => change(named) as NamedExpression);
      return grouping === plan.grouping && list === plan.list ? plan : { ...plan, grouping, list };
    }
    case 'Window': {
      const list = mapSame(plan.list, (named) => change(named) as NamedExpression);
      const partitionBy = mapSame(plan.partitionBy, change);
      const orderBy = mapSame(plan.orderBy, (order) => change(order) as SortOrder);
      if (list === plan.list && partitionBy === plan.partitionBy && orderBy === plan.orderBy) return plan;
      return { ...plan, list, partitionBy, orderBy };
    }
    case 'Sort': {
      const order = mapSame(plan.order, (each) => change(each) as SortOrder);
      return order === plan.order ? plan : { ...plan, order };
    }
    case 'Deduplicate': {
      const keys = mapSame(plan.keys, (key) => change(key) as typeof key);
      return keys === plan.keys ? plan : { ...plan, keys };
    }
    case 'Generate': {
      const generator = change(plan.generator);
      return generator === plan.generator ? plan : { ...plan, generator: generator as typeof plan.generator };
    }
    case 'Expand': {
      const projections = mapSame(plan.projections, (projection) => mapSame(projection, change));
      return projections === plan.projections ? plan : { ...plan, projections };
    }
    case 'RepartitionByExpression': {
      const keys = mapSame(plan.keys, change);
      return keys === plan.keys ? plan : { ...plan, keys };
    }
    case 'PythonGroupMap': {
      const grouping = mapSame(plan.grouping, change);
      return grouping === plan.grouping ? plan : { ...plan, grouping };
    }
    case 'PythonCogroupMap': {
      const leftGrouping = mapSame(plan.leftGrouping, change);
      const rightGrouping = mapSame(plan.rightGrouping, change);
      if (leftGrouping === plan.leftGrouping && rightGrouping === plan.rightGrouping) return plan;
      return { ...plan, leftGrouping, rightGrouping };
    }
    case 'Write': {
      const partitionBy = mapSame(plan.partitionBy, (key) => change(key) as typeof key);
      return partitionBy === plan.partitionBy ? plan : { ...plan, partitionBy };
    }
    default:
      return plan;
  }
}

/**
 * Children first (Spark's `transformUp`). `settled` holds plans that `change` is known to leave as they are, itself and
 * all below: they are not looked at again, and more are added.
 */
export function transformPlanUp(
  plan: LogicalPlan,
  change: (plan: LogicalPlan) => LogicalPlan,
  settled?: Set<LogicalPlan>,
): LogicalPlan {
  if (settled?.has(plan)) return plan;
  const changed = change(mapChildren(plan, (child) => transformPlanUp(child, change, settled)));
  if (changed === plan) settled?.add(plan);
  return changed;
}

/** The node first, then the children of what it became (Spark's `transformDown`); `settled` as above. */
export function transformPlanDown(
  plan: LogicalPlan,
  change: (plan: LogicalPlan) => LogicalPlan,
  settled?: Set<LogicalPlan>,
): LogicalPlan {
  if (settled?.has(plan)) return plan;
  const changed = mapChildren(change(plan), (child) => transformPlanDown(child, change, settled));
  if (changed === plan) settled?.add(plan);
  return changed;
}

export function somePlan(plan: LogicalPlan, fits: (plan: LogicalPlan) => boolean): boolean {
  return fits(plan) || childrenOf(plan).some((child) => somePlan(child, fits));
}

export function walkPlan(plan: LogicalPlan, visit: (plan: LogicalPlan) => void): void {
  visit(plan);
  for (const child of childrenOf(plan)) walkPlan(child, visit);
}

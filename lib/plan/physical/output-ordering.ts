import { canonicalKey } from '../expression/canonical.ts';
import type { SortOrder } from '../expression/expression.ts';
import { projectOrdering } from './alias-aware.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { ascending } from './required-distribution.ts';

/** The order of the rows within each partition, as far as an operator promises one (SparkPlan.outputOrdering). */
export function outputOrdering(plan: PhysicalPlan): readonly SortOrder[] {
  switch (plan.kind) {
    case 'Sort':
      return plan.order;
    case 'Project':
      return projectOrdering(outputOrdering(plan.child), plan.list);
    case 'Aggregate':
      return plan.operator === 'SortAggregate' ? projectOrdering(outputOrdering(plan.child), plan.list) : [];
    case 'Filter':
    case 'Window':
    case 'WindowGroupLimit':
      return outputOrdering(plan.child);
    case 'Limit':
      return outputOrdering(plan.child);
    case 'TakeOrderedAndProject':
      return projectOrdering(plan.order, plan.list);
    case 'Rows':
      return plan.keepsPartitioning && plan.groupBy === undefined ? outputOrdering(plan.child) : [];
    case 'Join':
      if (plan.operator === 'BroadcastHashJoin') {
        return outputOrdering(plan.buildSide === 'left' ? plan.right : plan.left);
      }
      if (plan.operator === 'ShuffledHashJoin' || plan.joinType === 'FullOuter') return [];
      return ascending(plan.joinType === 'RightOuter' ? plan.rightKeys : plan.leftKeys);
    case 'LeafScan':
      return plan.operator === 'Range' && plan.partitioning.kind === 'range' ? plan.partitioning.order : [];
    default:
      return [];
  }
}

/** SortOrder.orderingSatisfies: what is required is a prefix of what is there. */
export function isOrderedBy(given: readonly SortOrder[], required: readonly SortOrder[]): boolean {
  return (
    required.length <= given.length &&
    required.every((order, i) => canonicalKey(order) === canonicalKey(given[i]!))
  );
}

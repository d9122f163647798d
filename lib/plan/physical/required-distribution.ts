import { flag } from '../conf.ts';
import type { Expression, SortOrder } from '../expression/expression.ts';
import type { PlanSettings } from '../settings.ts';
import { ALL_TUPLES, clusteredBy, type Distribution, UNSPECIFIED } from './distribution.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { childrenOf } from './traverse.ts';

/** What each operator requires of its children (Spark: SparkPlan.requiredChildDistribution). */
export function requiredDistribution(plan: PhysicalPlan, settings: PlanSettings): readonly Distribution[] {
  const all = flag(settings, 'spark.sql.requireAllClusterKeysForDistribution', false);
  switch (plan.kind) {
    case 'Aggregate':
      return plan.phase === 'partial' || plan.phase === 'merge'
        ? [plan.phase === 'merge' ? clusteredBy(plan.grouping, all) : UNSPECIFIED]
        : [clusteredBy(plan.grouping, all)];
    case 'Window':
      return [clusteredBy(plan.partitionBy, all)];
    case 'WindowGroupLimit':
      return [plan.phase === 'partial' ? UNSPECIFIED : clusteredBy(plan.partitionBy, all)];
    case 'Sort':
      return [plan.global ? { kind: 'ordered', order: plan.order } : UNSPECIFIED];
    case 'Limit':
      return [plan.operator === 'GlobalLimit' ? ALL_TUPLES : UNSPECIFIED];
    case 'Rows':
      return [plan.groupBy ? clusteredBy(plan.groupBy, all) : UNSPECIFIED];
    case 'Join':
      if (plan.operator !== 'BroadcastHashJoin')
        return [clusteredBy(plan.leftKeys), clusteredBy(plan.rightKeys)];
      return plan.buildSide === 'left'
        ? [{ kind: 'broadcast' }, UNSPECIFIED]
        : [UNSPECIFIED, { kind: 'broadcast' }];
    case 'Cross':
      if (plan.operator === 'CartesianProduct') return [UNSPECIFIED, UNSPECIFIED];
      return plan.buildSide === 'left'
        ? [{ kind: 'broadcast' }, UNSPECIFIED]
        : [UNSPECIFIED, { kind: 'broadcast' }];
    case 'Cogroup':
      return [clusteredBy(plan.leftKeys), clusteredBy(plan.rightKeys)];
    default:
      return childrenOf(plan).map(() => UNSPECIFIED);
  }
}

/** The order within a partition that an operator requires of its children (SparkPlan.requiredChildOrdering). */
export function requiredOrdering(plan: PhysicalPlan): readonly (readonly SortOrder[])[] {
  switch (plan.kind) {
    case 'Aggregate':
      return [
        plan.operator === 'SortAggregate' || plan.operator === 'AggregateInPandas'
          ? ascending(plan.grouping)
          : [],
      ];
    case 'Window':
    case 'WindowGroupLimit':
      return [[...ascending(plan.partitionBy), ...plan.orderBy]];
    case 'Rows':
      return [plan.groupBy ? ascending(plan.groupBy) : []];
    case 'Join':
      return plan.operator === 'SortMergeJoin'
        ? [ascending(plan.leftKeys), ascending(plan.rightKeys)]
        : [[], []];
    case 'Cogroup':
      return [ascending(plan.leftKeys), ascending(plan.rightKeys)];
    default:
      return childrenOf(plan).map(() => []);
  }
}

export function ascending(keys: readonly Expression[]): readonly SortOrder[] {
  return keys.map((child) => ({ kind: 'sort-order', child, direction: 'asc', nulls: 'first' }));
}

import { leafParallelism } from '../conf.ts';
import { outputPartitioning } from '../physical/output-partitioning.ts';
import { partitionsOf } from '../physical/partitioning.ts';
import type { PhysicalPlan } from '../physical/physical-plan.ts';
import type { PlanSettings } from '../settings.ts';
import { keepsBroadcastSide } from './nested-loop.ts';
import { sampledPartitions } from './range-bounds.ts';

/** Partitions of the RDD that an operator runs as: the tasks of its stage. */
export function partitionCount(plan: PhysicalPlan, settings: PlanSettings): number {
  switch (plan.kind) {
    case 'FileScan':
      return plan.partitions;
    case 'LeafScan':
      return plan.children.length > 0 ? leafParallelism(settings) : plan.partitions;
    case 'InMemoryTableScan':
      return partitionCount(plan.cached, settings);
    case 'Limit':
      return plan.operator === 'CollectLimit' || plan.operator === 'CollectTail'
        ? 1
        : partitionCount(plan.child, settings);
    case 'TakeOrderedAndProject':
      return 1;
    case 'Coalesce':
      return Math.min(plan.partitions, partitionCount(plan.child, settings));
    case 'Join':
      return partitionCount(
        plan.buildSide === 'left' && plan.operator === 'BroadcastHashJoin' ? plan.right : plan.left,
        settings,
      );
    case 'Cross':
      if (plan.operator === 'CartesianProduct') {
        return partitionCount(plan.left, settings) * partitionCount(plan.right, settings);
      }
      return (
        partitionCount(plan.buildSide === 'left' ? plan.right : plan.left, settings) +
        (keepsBroadcastSide(plan) ? 1 : 0)
      );
    case 'Cogroup':
      return partitionCount(plan.left, settings);
    case 'Union': {
      const kept = outputPartitioning(plan, settings);
      if (kept.kind !== 'unknown') return partitionsOf(kept);
      return plan.children.reduce((sum, child) => sum + partitionCount(child, settings), 0);
    }
    case 'ShuffleExchange':
      return sampledPartitions(plan) ?? partitionsOf(plan.partitioning);
    case 'BroadcastExchange':
      return 1;
    case 'ReusedExchange':
      return partitionCount(plan.exchange, settings);
    case 'QueryStage':
      return plan.readPartitions;
    default:
      return partitionCount(plan.child, settings);
  }
}

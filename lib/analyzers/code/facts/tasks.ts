import { partitionCount } from '#lib/plan/jobs/partition-count.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { childrenOf } from '#lib/plan/physical/traverse.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';

/** Tasks of the stage that an operator runs in; undefined where they depend on files whose size nobody told. */
export function tasksOf(plan: PhysicalPlan, settings: PlanSettings): number | undefined {
  return readsUnknownFiles(plan) ? undefined : partitionCount(plan, settings);
}

function readsUnknownFiles(plan: PhysicalPlan): boolean {
  if (isExchange(plan)) return false;
  if (plan.kind === 'FileScan')
    return plan.relation.bytes === undefined && plan.relation.fileBytes === undefined;
  return childrenOf(plan).some(readsUnknownFiles);
}

/** Where a stage ends and another one begins. */
export function isExchange(plan: PhysicalPlan): boolean {
  return (
    plan.kind === 'ShuffleExchange' || plan.kind === 'BroadcastExchange' || plan.kind === 'ReusedExchange'
  );
}

import type { PhysicalPlan, QueryStage } from '../physical/physical-plan.ts';
import { operatorsOf } from '../physical/traverse.ts';
import type { PlanSettings } from '../settings.ts';
import { partitionCount } from './partition-count.ts';
import { internalStages } from './plan-stages.ts';

/**
 * Tasks of the shuffle stages that a plan of an adaptive run rests on, down to the first. All have run in jobs of their own;
 * a later job finds their output through the lineage of its RDD and skips them. What was broadcast is no part of that.
 */
export function finishedStages(
  plan: PhysicalPlan,
  settings: PlanSettings,
  caches: ReadonlyMap<number, PhysicalPlan>,
): readonly number[] {
  const seen = new Set<number>();
  const tasks: number[] = [];
  const visit = (operator: PhysicalPlan): void => {
    for (const each of operatorsOf(operator)) {
      if (each.kind !== 'QueryStage' || seen.has(each.id)) continue;
      seen.add(each.id);
      visitStage(each);
    }
  };
  const visitStage = ({ plan: stage }: QueryStage): void => {
    if (stage.kind === 'ShuffleExchange') {
      visit(stage.child);
      const count = partitionCount(stage.child, settings);
      tasks.push(...internalStages(stage.child, settings), ...(count > 0 ? [count] : []));
    }
    const cached = stage.kind === 'InMemoryTableScan' ? caches.get(stage.relation.cacheId) : undefined;
    if (cached) visit(cached);
  };
  visit(plan);
  return tasks;
}

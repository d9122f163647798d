import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { PlanSettings } from '../settings.ts';
import { addExchanges } from './add-exchanges.ts';
import type { PhysicalPlan } from './physical-plan.ts';
import { planPhysical } from './planner.ts';

/** The plan that Spark starts with: operators with the exchanges that they need. */
export function prepare(
  optimized: LogicalPlan,
  settings: PlanSettings,
  materialized: ReadonlySet<number> = new Set(),
): PhysicalPlan {
  return addExchanges(planPhysical(optimized, settings, new Map(), materialized), settings);
}

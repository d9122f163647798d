import type { LogicalPlan } from '../logical/logical-plan.ts';
import { sizeInBytes } from '../optimize/size-in-bytes.ts';
import type { PlanSettings } from '../settings.ts';
import type { PhysicalPlan } from './physical-plan.ts';

/** What the strategies need beside the plan. */
export interface PlannerContext {
  readonly settings: PlanSettings;
  /** Physical plans of logical nodes that run already: stages of an adaptive run. */
  readonly running: ReadonlyMap<LogicalPlan, PhysicalPlan>;
  /** Caches whose rows are in memory: how they lie is known. */
  readonly materialized: ReadonlySet<number>;
  fresh(): number;
  size(plan: LogicalPlan): number;
  /** Plans an input (Spark: planLater). */
  plan(plan: LogicalPlan): PhysicalPlan;
}

/** An id for columns that only exist between two phases of an operator. */
let lastInternalId = -1;

export function plannerContext(
  settings: PlanSettings,
  running: ReadonlyMap<LogicalPlan, PhysicalPlan>,
  materialized: ReadonlySet<number>,
  plan: (plan: LogicalPlan, context: PlannerContext) => PhysicalPlan,
): PlannerContext {
  const context: PlannerContext = {
    settings,
    running,
    materialized,
    fresh: () => --lastInternalId,
    size: (logical) => sizeInBytes(logical),
    plan: (logical) => plan(logical, context),
  };
  return context;
}

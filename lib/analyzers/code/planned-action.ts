import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import type { Action } from '#lib/pyspark/program.ts';

/** An action on a DataFrame or a writer, with Spark's plans for it; they are made when first asked for. */
export interface PlannedAction {
  readonly step: Action;
  readonly index: number;
  /** As the program built it, with what is cached read from memory. */
  readonly analyzed: LogicalPlan;
  readonly optimized: LogicalPlan;
  readonly physical: PhysicalPlan;
  readonly settings: PlanSettings;
}

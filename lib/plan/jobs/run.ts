import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { PhysicalPlan } from '../physical/physical-plan.ts';

/** One job as the scheduler sees it: the stages that it submits, as tasks of each; those that ran before are skipped. */
export interface Job {
  readonly what: string;
  readonly tasks: readonly number[];
}

/** What a run leaves behind for later ones of the same program. */
export interface RunHistory {
  /** Caches whose rows are all in memory, by id. */
  readonly cached: Set<number>;
  /** Exchanges that have run and whose files are still referred to. */
  readonly shuffled: Set<object>;
  /** The plans of DataFrames that an action has run as they are: the same object is not run from the start again. */
  readonly frames: Map<number, FramePlan>;
}

export interface FramePlan {
  readonly optimized: LogicalPlan;
  readonly plan: PhysicalPlan;
  /** What an adaptive run has ended with. */
  final: PhysicalPlan | undefined;
}

export function newHistory(): RunHistory {
  return { cached: new Set(), shuffled: new Set(), frames: new Map() };
}

export function stagesOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.tasks.length, 0);
}

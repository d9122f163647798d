import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { PhysicalPlan } from '../physical/physical-plan.ts';

/** One job as the scheduler sees it, its stages as the tasks of each. */
export interface Job {
  readonly what: string;
  /** Stages that it submits. */
  readonly tasks: readonly number[];
  /** Stages that have run before: they are looked up again, down to the first, and skipped. */
  readonly skipped: readonly number[];
}

/** What a run leaves behind for later ones of the same program. */
export interface RunHistory {
  /** Caches whose rows are all in memory, by id. */
  readonly cached: Set<number>;
  /** What an adaptive run has filled them from, by id. */
  readonly cachedFrom: Map<number, PhysicalPlan>;
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
  return { cached: new Set(), cachedFrom: new Map(), shuffled: new Set(), frames: new Map() };
}

/** Nobody fetches more partitions one by one; a number that is nonsense must not take forever. */
const MOST_FETCHES = 100_000;

/** How many jobs fetch so many partitions one by one. */
export function fetches(partitions: number): number {
  return Math.min(partitions, MOST_FETCHES);
}

export function stagesOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, job) => sum + job.tasks.length, 0);
}

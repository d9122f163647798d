/** What is to be run. Times are milliseconds; a task's index is its place in `durationsMs`. */
export interface StageWork {
  /** Spark hands out stages of one job in the order of their ids. */
  readonly id: number;
  readonly name: string;
  /** Stages whose output this one reads: it starts when the last of them has ended. */
  readonly parents: readonly number[];
  readonly durationsMs: ArrayLike<number>;
  /** Job id, the priority under FIFO; 0 unless given. */
  readonly job?: number;
  /** FAIR pool; "default" unless given. */
  readonly pool?: string;
  /** Records of each task, for the rates that speculation compares; all tasks are taken as equal without it. */
  readonly records?: ArrayLike<number>;
  /** How long a second copy of a task takes. As long as the first unless given: copies do not help against skewed data. */
  readonly copyMs?: ArrayLike<number>;
}

export type SchedulingMode = 'FIFO' | 'FAIR';

/** A pool of fairscheduler.xml. A pool that is only named has weight 1, minShare 0 and FIFO inside. */
export interface Pool {
  readonly name: string;
  readonly weight: number;
  readonly minShare: number;
  readonly mode: SchedulingMode;
}

/** Who runs it. */
export interface Workers {
  /** Executors that are there from the start; with dynamic allocation the ones it starts with. */
  readonly executors: number;
  /** floor(executor cores / spark.task.cpus) */
  readonly slotsPerExecutor: number;
  readonly mode?: SchedulingMode;
  readonly pools?: readonly Pool[];
}

/** How a run over slots went, as columns: one entry for each attempt of a task, in the order they were launched. */
export interface Bars {
  readonly count: number;
  readonly slot: Int32Array;
  readonly executor: Int32Array;
  /** Index into `Schedule.stages`. */
  readonly stage: Int32Array;
  readonly task: Int32Array;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly outcome: Uint8Array;
}

/** Values of `Bars.outcome`. A killed attempt lost against its copy, or the copy against it. */
export const OUTCOME = { done: 0, copyDone: 1, killed: 2, copyKilled: 3 } as const;

export interface StageSpan {
  readonly id: number;
  readonly name: string;
  readonly parents: readonly number[];
  /** When the last parent ended; tasks may have waited for a slot after that. */
  readonly readyMs: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** Executors wanted and there, from `atMs` on. */
export interface ExecutorCount {
  readonly atMs: number;
  readonly target: number;
  readonly live: number;
}

export interface Schedule {
  readonly bars: Bars;
  readonly stages: readonly StageSpan[];
  readonly makespanMs: number;
  /** Slots that were ever there: the rows of a picture. */
  readonly slots: number;
  readonly executorCounts: readonly ExecutorCount[];
}

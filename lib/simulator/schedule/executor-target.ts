/** The settings of dynamic allocation, without the prefix `spark.dynamicAllocation.`; times in milliseconds. */
export interface AllocationSettings {
  readonly minExecutors: number;
  readonly maxExecutors: number;
  /** executorAllocationRatio */
  readonly ratio: number;
  /** schedulerBacklogTimeout */
  readonly backlogTimeoutMs: number;
  /** sustainedSchedulerBacklogTimeout */
  readonly sustainedTimeoutMs: number;
  /** executorIdleTimeout */
  readonly idleTimeoutMs: number;
  /** shuffleTracking.enabled: executors with shuffle output stay, because nobody else could serve it. */
  readonly keepsShuffleData: boolean;
  /** How long the cluster takes to bring an executor: no setting of Spark, a matter of the cluster. */
  readonly startMs: number;
}

/** Spark's defaults (internal/config/package.scala); the start time is an assumption. */
export const DEFAULT_ALLOCATION: AllocationSettings = {
  minExecutors: 0,
  maxExecutors: Number.POSITIVE_INFINITY,
  ratio: 1,
  backlogTimeoutMs: 1000,
  sustainedTimeoutMs: 1000,
  idleTimeoutMs: 60_000,
  keepsShuffleData: true,
  startMs: 10_000,
};

/** ExecutorAllocationManager looks at the load this often. */
export const ALLOCATION_INTERVAL_MS = 100;

/**
 * How many executors Spark asks for, from the load it sees at each look. It starts one second after tasks had to wait
 * and then doubles what it adds; as soon as fewer are needed the target falls at once, which kills nobody: executors go
 * when they have been idle for long enough. Exact for a given load over time.
 * Source: ExecutorAllocationManager (updateAndSyncNumExecutorsTarget, addExecutors, onSchedulerBacklogged). Same in
 * 3.5 to 4.3. Left out: several resource profiles, excluded executors, the extra executor for a lone speculative task.
 */
export class ExecutorTarget {
  target: number;
  readonly #settings: AllocationSettings;
  readonly #slotsPerExecutor: number;
  #toAdd = 1;
  #addAtMs: number | undefined;

  constructor(settings: AllocationSettings, slotsPerExecutor: number, initialExecutors: number) {
    this.#settings = settings;
    this.#slotsPerExecutor = slotsPerExecutor;
    this.target = initialExecutors;
  }

  /** The next moment at which waiting tasks alone raise the target. */
  get addAtMs(): number | undefined {
    return this.#addAtMs;
  }

  /** Tasks wait for a slot. */
  backlogged(nowMs: number): void {
    this.#addAtMs ??= nowMs + this.#settings.backlogTimeoutMs;
  }

  /** No task waits any more. */
  queueEmpty(): void {
    this.#addAtMs = undefined;
    this.#toAdd = 1;
  }

  /** One look at the load: tasks that wait or run, copies included, and the executors that are there. */
  look(nowMs: number, tasks: number, liveExecutors: number): void {
    const { minExecutors, maxExecutors, ratio, sustainedTimeoutMs } = this.#settings;
    const needed = Math.ceil((tasks * ratio) / this.#slotsPerExecutor);
    if (needed < this.target) {
      this.target = Math.max(needed, minExecutors);
      this.#toAdd = 1;
      return;
    }
    if (this.#addAtMs === undefined || nowMs < this.#addAtMs) return;
    if (this.target >= maxExecutors) {
      this.#toAdd = 1;
      return;
    }
    const wanted = Math.min(Math.max(this.target, liveExecutors) + this.#toAdd, needed);
    const next = Math.max(Math.min(wanted, maxExecutors), minExecutors);
    const added = next - this.target;
    this.target = next;
    this.#toAdd = added > 0 && added === this.#toAdd ? 2 * this.#toAdd : 1;
    if (added > 0) this.#addAtMs = nowMs + sustainedTimeoutMs;
  }
}

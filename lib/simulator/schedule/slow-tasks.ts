import type { BarLog } from './bar-log.ts';
import {
  copyAfterMs,
  medianOf,
  SPECULATION_INTERVAL_MS,
  type SpeculationSettings,
  slowAfterMs,
  tasksBeforeSpeculation,
} from './speculation.ts';
import type { StageRun } from './stage-run.ts';

interface Clock {
  at(ms: number, happening: (nowMs: number) => void): void;
  offer(nowMs: number): void;
}

/** Looks for slow tasks at Spark's interval, but only at moments at which one can have become slow. */
export class SlowTasks {
  readonly #settings: SpeculationSettings;
  readonly #log: BarLog;
  readonly #clock: Clock;
  readonly #nextLookMs = new Map<StageRun, number>();

  constructor(settings: SpeculationSettings, log: BarLog, clock: Clock) {
    this.#settings = settings;
    this.#log = log;
    this.#clock = clock;
  }

  ended(stage: StageRun, bar: number, nowMs: number): void {
    const ranMs = nowMs - this.#log.startMs[bar]!;
    insertSorted(stage.durationsMs, ranMs);
    stage.finishedRecords += stage.recordsOf(this.#log.task[bar]!);
    stage.finishedMs += ranMs;
    this.#lookLater(stage, nowMs);
  }

  #lookLater(stage: StageRun, nowMs: number): void {
    const dueMs = Math.min(...this.#candidates(stage).map((candidate) => candidate.dueMs));
    if (!Number.isFinite(dueMs)) return;
    // A task is slow when it has run longer than the limit, not when it has reached it.
    const tick = Math.max(tickAfter(dueMs), tickAfter(nowMs - 1));
    const planned = this.#nextLookMs.get(stage);
    if (planned !== undefined && planned <= tick && planned >= nowMs) return;
    this.#nextLookMs.set(stage, tick);
    this.#clock.at(tick, (lookMs) => this.#look(stage, lookMs));
  }

  #look(stage: StageRun, nowMs: number): void {
    if (this.#nextLookMs.get(stage) === nowMs) this.#nextLookMs.delete(stage);
    if (stage.isFinished) return;
    for (const { task, dueMs } of this.#candidates(stage)) {
      if (nowMs > dueMs) stage.wantCopy(task);
    }
    this.#clock.offer(nowMs);
    this.#lookLater(stage, nowMs);
  }

  /** Running tasks without a copy, each with the moment after which it is slow enough for one. */
  #candidates(stage: StageRun): readonly { readonly task: number; readonly dueMs: number }[] {
    if (stage.finished < tasksBeforeSpeculation(stage.tasks, this.#settings)) return [];
    const slowMs = slowAfterMs(medianOf(stage.durationsMs), this.#settings);
    const averageRate = stage.finishedRecords / Math.max(stage.finishedMs, 1);
    return [...stage.runningBars]
      .filter(([task]) => stage.mayBeCopied(task))
      .map(([task, bars]) => {
        const rate = stage.recordsOf(task) / Math.max(stage.durationOf(task, false), 1);
        return {
          task,
          dueMs: this.#log.startMs[bars[0]!]! + copyAfterMs(slowMs, rate, averageRate, this.#settings),
        };
      });
  }
}

function tickAfter(ms: number): number {
  return (Math.floor(ms / SPECULATION_INTERVAL_MS) + 1) * SPECULATION_INTERVAL_MS;
}

function insertSorted(sorted: number[], value: number): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, value);
}

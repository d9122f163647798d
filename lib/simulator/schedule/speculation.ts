import { isAtLeast } from '#lib/plan/conf.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';

/** The settings of speculative copies, without the prefix `spark.speculation.`. */
export interface SpeculationSettings {
  /** Share of a stage's tasks that must have ended. */
  readonly quantile: number;
  readonly multiplier: number;
  readonly minTaskRuntimeMs: number;
  /** efficiency.enabled, .processRateMultiplier and .longRunTaskFactor (3.4+) */
  readonly efficiency: boolean;
  readonly processRateMultiplier: number;
  readonly longRunTaskFactor: number;
}

/** Spark looks for slow tasks this often (spark.speculation.interval). */
export const SPECULATION_INTERVAL_MS = 100;

/** Spark 4 waits for more tasks and for slower ones: 0.9 and 3 instead of 0.75 and 1.5. */
export function defaultSpeculation(spark: PlanSettings['spark']): SpeculationSettings {
  const four = isAtLeast({ spark, cores: 1, conf: {} }, '4.0');
  return {
    quantile: four ? 0.9 : 0.75,
    multiplier: four ? 3 : 1.5,
    minTaskRuntimeMs: 100,
    efficiency: true,
    processRateMultiplier: 0.75,
    longRunTaskFactor: 2,
  };
}

/** How many tasks must have ended before copies are made; none are made for a stage of one task. */
export function tasksBeforeSpeculation(tasks: number, settings: SpeculationSettings): number {
  return tasks <= 1 ? Number.POSITIVE_INFINITY : Math.max(Math.floor(settings.quantile * tasks), 1);
}

/** A task that has run longer than this is slow: the multiple of the median of the tasks that ended. */
export function slowAfterMs(medianMs: number, settings: SpeculationSettings): number {
  return Math.max(settings.multiplier * medianMs, settings.minTaskRuntimeMs);
}

/**
 * How long a task must have run before it gets a copy. A slow task that reads on at the usual rate has more data, and a
 * copy would not help: it gets one only after `longRunTaskFactor` times as long.
 * Source: TaskSetManager.checkAndSubmitSpeculatableTasks. Left out: spark.speculation.task.duration.threshold, and that
 * a copy must run on another host.
 */
export function copyAfterMs(
  slowMs: number,
  recordsPerMs: number,
  averageRecordsPerMs: number,
  settings: SpeculationSettings,
): number {
  if (!settings.efficiency) return slowMs;
  const lags = recordsPerMs < averageRecordsPerMs * settings.processRateMultiplier;
  return lags ? slowMs : slowMs * settings.longRunTaskFactor;
}

/** The median as Spark's MedianHeap gives it: the mean of the two in the middle. Input sorted. */
export function medianOf(sorted: ArrayLike<number>): number {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

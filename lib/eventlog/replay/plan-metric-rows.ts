import { quickselect } from 'd3-array';
import type { RowOf } from '#lib/tables/schema/column.ts';
import type { planMetrics } from '#lib/tables/schema/sql.ts';
import type { MetricValues } from './metric-values.ts';
import type { PlanMetric, PlanNode } from './plan-graph.ts';

export type PlanMetricRow = RowOf<typeof planMetrics>;

export interface MetricContext {
  readonly executionId: number;
  readonly planVersion: number;
  readonly tasks: MetricValues;
  /** Stages of the execution's jobs: a cached plan's accumulators also count in other executions. */
  readonly stageIds: ReadonlySet<number>;
  /** Values the driver reported, by accumulator, in order. */
  readonly driver: ReadonlyMap<number, readonly number[]>;
}

/**
 * The value of a metric as the SQL tab shows it: total over task and driver values, and for sizes, times and
 * averages the smallest, median and largest value. Undefined when nothing was ever reported.
 */
export function planMetricRow(
  node: PlanNode,
  metric: PlanMetric,
  context: MetricContext,
): PlanMetricRow | undefined {
  const slots = context.tasks.of(metric.accumulatorId, context.stageIds);
  const driver = context.driver.get(metric.accumulatorId) ?? [];
  if (slots.length === 0 && driver.length === 0) return undefined;
  const lossy = slots.find(
    (slot) => slot.stage.endedTasks < slot.stage.numTasks && slot.stage.accumulables !== undefined,
  );
  const values = join(
    slots.map(({ values, size }) => values.subarray(0, size)),
    driver,
  );
  const spread = hasSpread(metric.type) ? spreadOf(values, metric.type) : undefined;
  let total = spread?.total ?? sum(values);
  let source = slots.length === 0 ? 'driver' : driver.length === 0 ? 'tasks' : 'tasks+driver';
  if (lossy && slots.length === 1 && metric.type !== 'average') {
    // Task ends are missing: the stage's own total is complete.
    const complete = lossy.stage.accumulables?.get(metric.accumulatorId);
    if (complete !== undefined && complete > total) {
      total = complete;
      source = 'stage';
    }
  }
  const largest = slots.reduce<(typeof slots)[number] | undefined>(
    (best, slot) => (best && best.max >= slot.max ? best : slot),
    undefined,
  );
  // Spark shows no spread of a single value.
  const isSpread = spread !== undefined && spread.count > 1;
  const withTask =
    spread && largest && largest.max === spread.rawMax && !driver.some((value) => value > largest.max);
  return {
    execution_id: context.executionId,
    plan_version: context.planVersion,
    node_id: node.id,
    accumulator_id: metric.accumulatorId,
    name: metric.name,
    metric_type: metric.type,
    total,
    min: isSpread ? spread.min : null,
    median: isSpread ? spread.median : null,
    max: isSpread ? spread.max : null,
    max_stage_id: withTask ? largest.stage.id : null,
    max_stage_attempt_id: withTask ? largest.stage.attempt : null,
    max_task_id: withTask ? largest.maxTask : null,
    task_values: slots.reduce((count, slot) => count + slot.reported, 0),
    source,
  };
}

/** Plain sums (row counts) have no spread in Spark either. */
function hasSpread(type: string): boolean {
  return type === 'size' || type === 'timing' || type === 'nsTiming' || type === 'average';
}

interface Spread {
  /** Values that count: Spark leaves out averages of 0, and negative values, which say that a task has none. */
  readonly count: number;
  readonly total: number;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** As the tasks reported it: averages are stored times 10. */
  readonly rawMax: number;
}

function spreadOf(values: Float64Array, type: string): Spread | undefined {
  const valid = type === 'average' ? values.filter((v) => v > 0) : values.filter((v) => v >= 0);
  if (valid.length === 0) return undefined;
  const scale = type === 'average' ? 10 : 1;
  const total = sum(valid);
  let min = valid[0]!;
  let max = min;
  for (const value of valid) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  // Spark sorts all values and takes the one in the middle; finding only that one is several times quicker.
  const middle = valid.length >> 1;
  const median = quickselect(valid, middle)[middle]!;
  return {
    count: valid.length,
    total: type === 'average' ? total / valid.length / scale : total,
    min: min / scale,
    median: median / scale,
    max: max / scale,
    rawMax: max,
  };
}

function join(parts: readonly Float64Array[], last: readonly number[]): Float64Array {
  const joined = new Float64Array(parts.reduce((size, part) => size + part.length, last.length));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  joined.set(last, at);
  return joined;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

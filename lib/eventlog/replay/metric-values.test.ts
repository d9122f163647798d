import { describe, expect, it } from 'vitest';
import { newTaskRecord } from '../lines/task-record.ts';
import { MetricValues } from './metric-values.ts';
import type { PlanMetric, PlanNode } from './plan-graph.ts';
import { planMetricRow } from './plan-metric-rows.ts';
import { StageState } from './stage-state.ts';

const SPILL: PlanMetric = { name: 'spill size', accumulatorId: 7, type: 'size' };
const NODE: PlanNode = {
  id: 2,
  parentId: null,
  clusterId: null,
  depth: 0,
  name: 'Sort',
  detail: '',
  metrics: [SPILL],
};

function stage(id: number, attempt: number, numTasks: number): StageState {
  const state = new StageState(id, attempt);
  state.numTasks = numTasks;
  return state;
}

/** Values of accumulator 7 as tasks report them: stage, index, value. */
function recorded(
  ...ends: readonly (readonly [of: StageState, index: number, value: number])[]
): MetricValues {
  const values = new MetricValues();
  for (const [taskId, [of, index, value]] of ends.entries()) {
    const accumulators = { accumulatorIds: Float64Array.of(7), accumulatorUpdates: Float64Array.of(value) };
    values.record({ ...newTaskRecord(0), ...accumulators, accumulatorCount: 1, taskId, index }, of);
  }
  return values;
}

/** "total min/median/max, largest in task", over the stages of the execution. */
function shown(tasks: MetricValues, stages: readonly number[] = [1, 2]): string | undefined {
  const context = { executionId: 0, planVersion: 0, tasks, stageIds: new Set(stages), driver: new Map() };
  const row = planMetricRow(NODE, SPILL, context);
  return (
    row &&
    `${row.total} ${row.min}/${row.median}/${row.max}, ${row.max_task_id} of ${row.max_stage_id}.${row.max_stage_attempt_id}`
  );
}

const [first, second] = [stage(1, 0, 3), stage(2, 0, 2)];

describe('task values of a metric', () => {
  it('are those of all stages of the execution', () => {
    const values = recorded([first, 0, 10], [first, 1, 20], [first, 2, 30], [second, 0, 5], [second, 1, 90]);
    expect(shown(values)).toBe('155 5/20/90, 4 of 2.0');
    expect(shown(values, [1])).toBe('60 10/20/30, 2 of 1.0');
    expect(shown(values, [3])).toBeUndefined();
  });

  it('count a task that did not report as 0, as Spark does', () => {
    expect(shown(recorded([first, 0, 10]))).toBe('10 0/0/10, 0 of 1.0');
  });

  it('of a failed attempt are those of the attempt that succeeded in the end', () => {
    expect(shown(recorded([first, 0, 99], [first, 1, 20], [first, 2, 30], [first, 0, 10]))).toBe(
      // Which task had the largest value is not kept beside the one that no longer counts.
      '60 10/20/30, null of null.null',
    );
  });

  it('of a retried stage are those of its last attempt, whatever comes late from an earlier one', () => {
    const retry = stage(1, 1, 1);
    expect(shown(recorded([first, 0, 10], [first, 1, 20], [retry, 0, 4], [first, 2, 30]))).toBe(
      '4 null/null/null, 2 of 1.1',
    );
  });

  it('are as many as tasks were seen where the log does not tell their number', () => {
    const unknown = stage(1, 0, 0);
    expect(shown(recorded(...[5, 6, 7, 8, 9].map((value, i) => [unknown, i, value] as const)))).toBe(
      '35 5/7/9, 4 of 1.0',
    );
  });

  it('are left out where the index of the task is none', () => {
    expect(shown(recorded([first, -1, 10], [first, 1e9, 10]))).toBeUndefined();
  });

  it('are forgotten when their totals are written', () => {
    const values = recorded([first, 0, 10]);
    values.drop(7);
    expect(shown(values)).toBeUndefined();
  });
});

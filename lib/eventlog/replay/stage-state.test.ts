import { describe, expect, it } from 'vitest';
import { METRIC_COUNT, metricIndex } from '#lib/tables/schema/task-metrics.ts';
import { StageState } from './stage-state.ts';

const SUBMITTED = {
  'Stage Name': 'count at x.py:3',
  'Number of Tasks': 8,
  'Parent IDs': [1, 2],
  'RDD Info': [{ 'RDD ID': 5 }, { Name: 'without an id' }, { 'RDD ID': 6 }],
  'Submission Time': 1_700_000_000_000,
  'Resource Profile Id': 1,
  'Shuffle Push Enabled': true,
  'Shuffle Push Mergers Count': 3,
};

describe('a stage', () => {
  it('takes over what its events tell', () => {
    const stage = new StageState(4, 1);
    stage.setInfo(SUBMITTED);
    expect(stage.row([7])).toMatchObject({
      stage_id: 4,
      attempt_id: 1,
      name: 'count at x.py:3',
      num_tasks: 8,
      parent_stage_ids: [1, 2],
      rdd_ids: [5, 6],
      submission_time: 1_700_000_000_000,
      completion_time: null,
      resource_profile_id: 1,
      is_shuffle_push_enabled: true,
      shuffle_mergers_count: 3,
      job_ids: [7],
    });
  });

  it('keeps what an earlier event told when a later one is silent', () => {
    const stage = new StageState(4, 0);
    stage.setInfo(SUBMITTED);
    stage.setInfo({ 'Completion Time': 1_700_000_000_500, 'Submission Time': -1 });
    expect(stage.row([])).toMatchObject({
      name: 'count at x.py:3',
      num_tasks: 8,
      rdd_ids: [5, 6],
      submission_time: 1_700_000_000_000,
      completion_time: 1_700_000_000_500,
    });
  });

  it('sums the metrics of its tasks under the names of the REST API', () => {
    const stage = new StageState(0, 0);
    const metrics = new Float64Array(METRIC_COUNT);
    metrics[metricIndex('executor_run_time')] = 10;
    metrics[metricIndex('shuffle_remote_merged_bytes_read')] = 3;
    stage.addMetrics(metrics);
    stage.addMetrics(metrics);
    expect(stage.row([])).toMatchObject({ executor_run_time: 20, shuffle_merged_remote_bytes_read: 6 });
  });

  it('keeps the final values of SQL metrics and of no other accumulator', () => {
    const stage = new StageState(0, 0);
    const accumulable = (ID: number, Value: unknown, Metadata?: string) => ({ ID, Value, Metadata });
    const all = [accumulable(1, '7', 'sql'), accumulable(2, 8), accumulable(3, 'many', 'sql'), null];
    stage.setAccumulables({ Accumulables: all });
    expect([...(stage.accumulables ?? [])]).toEqual([[1, 7]]);
  });
});

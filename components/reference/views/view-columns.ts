import type { Column } from '#lib/tables/schema/column.ts';
import { bigint, boolean, double, integer, integers, text } from '#lib/tables/schema/column.ts';
import { stageRunsColumns } from './stage-runs.ts';

/** What the columns of each view mean. Views are SQL and cannot say it themselves. */
export const viewColumns: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  run_window: {
    window_start: bigint('Start of the first job.', 'epoch ms'),
    window_end: bigint('End of the last job; the end of the log while one is open.', 'epoch ms'),
    window_ms: bigint('Time between the two: shares of the run are shares of it.', 'ms'),
    app_start: bigint('Start of the application.', 'epoch ms'),
    app_end: bigint('End of the application.', 'epoch ms'),
    run_ms: bigint('Time between the two.', 'ms'),
    slots: integer('Largest number of task slots that were there at once.', 'count'),
    slot_ms_offered: bigint('Slots times the time they were there, within the window.', 'ms'),
    slot_ms_used: bigint('Time in which tasks held a slot.', 'ms'),
    is_streaming: boolean('Whether the log has micro-batches.'),
  },
  stage_runs: stageRunsColumns,
  job_gaps: {
    kind: text('between (two jobs) or after (the last job).'),
    gap_start: bigint('When the last running job ended.', 'epoch ms'),
    gap_end: bigint('When the next one started, or the application ended.', 'epoch ms'),
    gap_ms: bigint('Time between the two.', 'ms'),
    next_job_id: integer('The job that ended the gap; NULL after the last job.'),
  },
  last_plan: {
    execution_id: bigint('SQL execution.'),
    node_id: integer('Node, as in the SQL tab.'),
    parent_node_id: integer('Node that consumes this one’s rows.'),
    name: text('Operator.'),
    detail: text('Operator with its arguments.'),
    stage_id: integer('First stage that ran it.'),
    stage_ids: integers('All stages that ran it.'),
    output_rows: double('Rows it put out.', 'records'),
    data_size: double('Size of the rows an exchange or broadcast held, in Spark’s own format.', 'bytes'),
    shuffle_bytes: double('Bytes a shuffle wrote, compressed.', 'bytes'),
    files_read: double('Files a scan read.', 'count'),
    files_read_bytes: double('Their size.', 'bytes'),
    files_written: double('Files a write made.', 'count'),
    written_bytes: double('Their size.', 'bytes'),
  },
  task_quantiles: {
    stage_id: integer('Stage.'),
    attempt_id: integer('Attempt.'),
    metric: text('Task metric, e.g. "executor_run_time".'),
    quantile: double('0, 0.25, 0.5, 0.75, 0.95 or 1.'),
    value: double('Value of the metric there, in the metric’s own unit.'),
  },
};

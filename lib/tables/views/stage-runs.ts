import type { View } from './view.ts';

/**
 * Every stage attempt that ran, with the spread of its successful tasks. Quantiles are exact; failed and killed
 * attempts are left out of them, because a killed copy says nothing about the data.
 *
 * A slow task is one that took more than three times as long as three quarters of its siblings; `tail_ms` is the time
 * at the end of the stage in which nothing but `tail_tasks` slow tasks was running.
 */
export const stageRuns: View = {
  name: 'stage_runs',
  grain: 'one stage attempt that ran',
  doc: 'Stages with start, duration and the spread of their tasks (time, records, bytes).',
  stored: true,
  sql: `
WITH done AS (
  SELECT
    stage_id,
    stage_attempt_id AS attempt_id,
    task_id,
    executor_id,
    launch_time,
    finish_time,
    coalesce(duration, 0) AS task_ms,
    executor_run_time AS run_ms,
    jvm_gc_time AS gc_ms,
    input_records + shuffle_read_records AS records,
    input_bytes + shuffle_read_bytes AS bytes
  FROM tasks
  WHERE status = 'SUCCESS'
),
spread AS (
  SELECT
    stage_id,
    attempt_id,
    count(*) AS tasks_ok,
    count(DISTINCT executor_id) AS executors,
    min(launch_time) AS first_launch,
    max(finish_time) AS last_finish,
    sum(task_ms)::BIGINT AS task_ms,
    sum(run_ms)::BIGINT AS run_ms,
    sum(gc_ms)::BIGINT AS gc_ms,
    quantile_disc(task_ms, [0.5, 0.75, 0.95]) AS time_quantiles,
    time_quantiles[1] AS median_ms,
    time_quantiles[2] AS p75_ms,
    time_quantiles[3] AS p95_ms,
    max(task_ms) AS max_ms,
    arg_max(task_id, task_ms) AS slowest_task,
    quantile_disc(records, 0.5) AS median_records,
    arg_max(records, task_ms) AS slowest_records,
    quantile_disc(bytes, 0.5) AS median_bytes,
    arg_max(bytes, task_ms) AS slowest_bytes,
    sum(records)::BIGINT AS records,
    sum(bytes)::BIGINT AS bytes
  FROM done
  GROUP BY stage_id, attempt_id
),
slow AS (
  SELECT
    stage_id,
    attempt_id,
    count(*) FILTER (done.task_ms > 3 * p75_ms) AS slow_tasks,
    max(finish_time) FILTER (done.task_ms <= 3 * p75_ms) AS normal_until
  FROM done JOIN spread USING (stage_id, attempt_id)
  WHERE max_ms > 3 * p75_ms
  GROUP BY stage_id, attempt_id
),
tails AS (
  SELECT stage_id, attempt_id, slow_tasks, normal_until, count(*) FILTER (finish_time > normal_until) AS tail_tasks
  FROM done JOIN slow USING (stage_id, attempt_id)
  GROUP BY ALL
)
SELECT
  s.stage_id,
  s.attempt_id,
  s.stage_id || '.' || s.attempt_id AS stage,
  s.status,
  s.name,
  s.sql_execution_id,
  s.num_tasks,
  coalesce(s.submission_time, first_launch) AS start_time,
  coalesce(s.completion_time, last_finish, app_end) AS end_time,
  greatest(end_time - start_time, 0) AS stage_ms,
  spread.* EXCLUDE (stage_id, attempt_id, time_quantiles),
  coalesce(slow_tasks, 0) AS slow_tasks,
  coalesce(tail_tasks, 0) AS tail_tasks,
  greatest(coalesce(last_finish - normal_until, 0), 0) AS tail_ms
FROM stages s
CROSS JOIN (SELECT max(application.end_time) AS app_end FROM application)
LEFT JOIN spread USING (stage_id, attempt_id)
LEFT JOIN tails USING (stage_id, attempt_id)
WHERE s.status IN ('COMPLETE', 'FAILED', 'ACTIVE')
`,
};

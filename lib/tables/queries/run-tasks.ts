import type { QueryRunner } from '../query-runner.ts';

/** A stage as it ran for the first job that did not skip it, with what its successful tasks took. */
export interface RunStageRow {
  readonly job_id: number;
  readonly job_start: number;
  readonly job_end: number;
  readonly stage_id: number;
  readonly parent_stage_ids: readonly number[];
  /** In the order of their launch. */
  readonly durations: readonly number[];
}

/** What did the run's jobs do, task by task? An index that succeeded twice (a copy) counts once. */
const RUN_TASKS_SQL = `
WITH done AS (
  SELECT stage_id, "index", min(launch_time) AS launch_time, arg_min(finish_time - launch_time, finish_time) AS ms
  FROM tasks
  WHERE status = 'SUCCESS' AND finish_time IS NOT NULL
  GROUP BY stage_id, stage_attempt_id, "index"
),
ran AS (
  SELECT stage_id, list(ms ORDER BY launch_time, "index") AS durations, min(launch_time) AS first_launch
  FROM done GROUP BY stage_id
),
owner AS (
  SELECT stage_id, min(job_id) AS job_id
  FROM job_stages JOIN jobs USING (job_id) JOIN ran USING (stage_id), run_window
  WHERE first_launch BETWEEN submission_time AND coalesce(completion_time, window_end)
  GROUP BY stage_id
),
parents AS (
  SELECT stage_id, any_value(parent_stage_ids) AS parent_stage_ids FROM stages GROUP BY stage_id
)
SELECT
  job_id, jobs.submission_time AS job_start, coalesce(jobs.completion_time, window_end) AS job_end,
  stage_id, coalesce(parent_stage_ids, []) AS parent_stage_ids, durations
FROM owner JOIN ran USING (stage_id) JOIN parents USING (stage_id) JOIN jobs USING (job_id), run_window
ORDER BY job_id, stage_id`;

export function runTasks(query: QueryRunner): Promise<readonly RunStageRow[]> {
  return query<RunStageRow>(RUN_TASKS_SQL);
}

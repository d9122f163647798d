import type { View } from './view.ts';

/**
 * When the run did its work and how many task slots it had. The window goes from the first job's start to the last
 * job's end (to the end of the log while a job is open). Slots are counted over time: an executor counts from its
 * arrival to its removal, so that a replaced executor is not counted twice.
 */
export const runWindow: View = {
  name: 'run_window',
  grain: 'one row',
  doc: 'The time in which jobs ran, the task slots available in it, and how much of them was used.',
  stored: true,
  sql: `
WITH app AS (
  SELECT min(start_time) AS app_start, max(end_time) AS app_end FROM application
),
bounds AS (
  SELECT
    coalesce(min(submission_time), (SELECT app_start FROM app)) AS window_start,
    CASE WHEN count(*) = count(completion_time)
      THEN coalesce(max(completion_time), (SELECT app_end FROM app))
      ELSE (SELECT app_end FROM app)
    END AS window_end
  FROM jobs
),
offered AS (
  SELECT
    max_tasks AS slots,
    greatest(coalesce(add_time, window_start), window_start) AS slots_from,
    least(coalesce(remove_time, window_end), window_end) AS slots_to
  FROM executors, bounds
  WHERE max_tasks > 0
),
used AS (
  SELECT
    coalesce(sum(least(coalesce(finish_time, window_end), window_end) - launch_time), 0) AS task_ms
  FROM tasks, bounds
  WHERE launch_time <= window_end
)
SELECT
  window_start,
  window_end,
  greatest(window_end - window_start, 0) AS window_ms,
  app_start,
  app_end,
  greatest(app_end - app_start, 1) AS run_ms,
  coalesce((
    SELECT max(alive) FROM (
      SELECT (SELECT sum(b.slots) FROM offered b WHERE b.slots_from <= a.slots_from AND b.slots_to > a.slots_from) AS alive
      FROM offered a
    )
  ), 0)::INTEGER AS slots,
  coalesce((SELECT sum(slots * greatest(slots_to - slots_from, 0)) FROM offered), 0)::BIGINT AS slot_ms_offered,
  (SELECT task_ms FROM used)::BIGINT AS slot_ms_used,
  (SELECT count(*) FROM streaming_batches) > 0 AS is_streaming
FROM bounds, app
`,
};

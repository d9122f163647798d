import type { View } from './view.ts';

/** Stretches of the run in which no job was running: between jobs, and after the last one until the end. */
export const jobGaps: View = {
  name: 'job_gaps',
  grain: 'one stretch without a running job',
  doc: 'When no job was running; `kind` is between (two jobs) or after (the last job).',
  stored: true,
  sql: `
WITH ordered AS (
  SELECT
    job_id,
    submission_time,
    max(coalesce(completion_time, (SELECT max(end_time) FROM application)))
      OVER (ORDER BY submission_time, job_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
  FROM jobs
  WHERE submission_time IS NOT NULL
)
SELECT 'between' AS kind, busy_until AS gap_start, submission_time AS gap_end, submission_time - busy_until AS gap_ms, job_id AS next_job_id
FROM ordered
WHERE submission_time > busy_until
UNION ALL
SELECT 'after', last_end, app_end, app_end - last_end, NULL
FROM (
  SELECT
    max(coalesce(j.completion_time, a.end_time)) AS last_end,
    max(a.end_time) AS app_end
  FROM jobs j, application a
)
WHERE app_end > last_end
`,
};

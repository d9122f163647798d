/** A question people ask of a run, and the SQL that answers it. */
export interface ExampleQuery {
  readonly question: string;
  readonly sql: string;
}

export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    question: 'Which stages took most task time?',
    sql: `SELECT stage, name, tasks_ok, task_ms, stage_ms, median_ms, max_ms
FROM stage_runs
ORDER BY task_ms DESC
LIMIT 20`,
  },
  {
    question: 'In which stages is the slowest task far from the median?',
    sql: `SELECT stage, name, tasks_ok, median_ms, max_ms, round(max_ms / nullif(median_ms, 0), 1) AS max_to_median
FROM stage_runs
WHERE tasks_ok >= 4
ORDER BY max_to_median DESC NULLS LAST
LIMIT 20`,
  },
  {
    question: 'Which 20 tasks took longest, and how much did they read?',
    sql: `SELECT
  stage_id, task_id, index, executor_id, duration,
  input_records + shuffle_read_records AS records,
  input_bytes + shuffle_read_bytes AS bytes
FROM tasks
WHERE status = 'SUCCESS'
ORDER BY duration DESC NULLS LAST
LIMIT 20`,
  },
  {
    question: 'Did one executor take longer than the others for the same stage?',
    sql: `SELECT stage_id, executor_id, count(*) AS tasks, median(duration) AS median_ms, max(duration) AS max_ms
FROM tasks
WHERE status = 'SUCCESS'
GROUP BY ALL
ORDER BY stage_id, median_ms DESC`,
  },
  {
    question: 'When was no job running?',
    sql: `SELECT
  kind,
  gap_start - (SELECT app_start FROM run_window) AS from_ms,
  gap_ms,
  next_job_id
FROM job_gaps
ORDER BY gap_ms DESC`,
  },
  {
    question: 'Which jobs belong to which SQL execution, and how long did they take?',
    sql: `SELECT
  sql_execution_id, e.description, job_id, jobs.status,
  jobs.completion_time - jobs.submission_time AS job_ms
FROM jobs
LEFT JOIN sql_executions e ON e.execution_id = sql_execution_id
ORDER BY job_id`,
  },
  {
    question: 'Which operators put out most rows?',
    sql: `SELECT execution_id, node_id, name, stage_id, output_rows, left(detail, 120) AS detail
FROM last_plan
WHERE output_rows IS NOT NULL
ORDER BY output_rows DESC
LIMIT 20`,
  },
  {
    question: 'How many files did scans and writes touch, and how large are they?',
    sql: `SELECT
  execution_id, name,
  files_read, files_read_bytes, round(files_read_bytes / nullif(files_read, 0)) AS bytes_a_file_read,
  files_written, written_bytes, round(written_bytes / nullif(files_written, 0)) AS bytes_a_file_written
FROM last_plan
WHERE files_read > 0 OR files_written > 0
ORDER BY coalesce(files_read, 0) + coalesce(files_written, 0) DESC`,
  },
  {
    question: 'Which stages spilled, and how much?',
    sql: `SELECT stage_id, attempt_id, name, memory_bytes_spilled, disk_bytes_spilled, shuffle_read_bytes
FROM stages
WHERE memory_bytes_spilled > 0
ORDER BY disk_bytes_spilled DESC`,
  },
  {
    question: 'Why did task attempts fail?',
    sql: `SELECT
  stage_id, status, coalesce(error_class, end_reason) AS reason,
  count(*) AS attempts, count(DISTINCT executor_id) AS executors,
  left(min(error_message), 200) AS a_message
FROM tasks
WHERE status IN ('FAILED', 'KILLED')
GROUP BY ALL
ORDER BY attempts DESC`,
  },
  {
    question: 'What did executors do, and why did they go?',
    sql: `SELECT executor_id, total_cores, total_tasks, failed_tasks, total_duration, total_gctime, is_active, remove_reason
FROM executors
ORDER BY total_duration DESC`,
  },
  {
    question: 'How are shuffle partitions and adaptive execution set?',
    sql: `SELECT name, value
FROM properties
WHERE source = 'spark' AND (name LIKE 'spark.sql.adaptive%' OR name LIKE 'spark.sql.shuffle%' OR name LIKE 'spark.executor%')
ORDER BY name`,
  },
  {
    question: 'What is missing in this log?',
    sql: `SELECT fact, severity, count, detail, affects
FROM ledger`,
  },
];

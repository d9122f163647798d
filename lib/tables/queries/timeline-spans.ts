import type { QueryRunner } from '../query-runner.ts';

/** Something that took time; times in ms since the application's start. */
export interface TimelineSpanRow {
  readonly kind: 'job' | 'stage' | 'gap';
  /** "3" for a job, "7.0" for a stage attempt. */
  readonly id: string;
  readonly name: string | null;
  readonly status: string;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly tasks: number;
  /** Where a stage's rows come from: files, a shuffle, or elsewhere (memory, a cache). */
  readonly source: 'files' | 'shuffle' | 'other' | null;
  readonly jobs: readonly number[] | null;
}

/** What ran when? One row a job, a stage attempt, or a stretch in which no job ran; in order of time. */
export const TIMELINE_SPANS_SQL = `
SELECT
  'job' AS kind,
  job_id::VARCHAR AS id,
  coalesce(description, name) AS name,
  status,
  submission_time - app_start AS start_ms,
  coalesce(completion_time, app_end) - app_start AS end_ms,
  num_tasks AS tasks,
  NULL AS source,
  [job_id] AS jobs
FROM jobs, run_window
WHERE submission_time IS NOT NULL
UNION ALL
SELECT
  'stage',
  r.stage,
  r.name,
  r.status,
  r.start_time - app_start,
  r.end_time - app_start,
  r.num_tasks,
  CASE
    WHEN s.shuffle_read_records > 0 OR s.shuffle_read_bytes > 0 THEN 'shuffle'
    WHEN s.input_records > 0 OR s.input_bytes > 0 THEN 'files'
    ELSE 'other'
  END,
  s.job_ids
FROM stage_runs r
JOIN stages s USING (stage_id, attempt_id)
CROSS JOIN run_window
WHERE r.start_time IS NOT NULL AND r.end_time IS NOT NULL
UNION ALL
SELECT 'gap', kind, NULL, kind, gap_start - app_start, gap_end - app_start, 0, NULL, NULL
FROM job_gaps, run_window
ORDER BY start_ms, end_ms, kind, id`;

export function timelineSpans(query: QueryRunner): Promise<readonly TimelineSpanRow[]> {
  return query<TimelineSpanRow>(TIMELINE_SPANS_SQL);
}

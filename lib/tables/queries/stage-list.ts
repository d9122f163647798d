import type { QueryRunner } from '../query-runner.ts';
import { ofStage, type StageKey } from './stage-key.ts';

/** One stage attempt; times in ms, sizes in bytes. NULL where it did not run or the log does not tell. */
export interface StageListRow {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly status: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly sql_execution_id: number | null;
  readonly num_tasks: number;
  readonly tasks_done: number;
  readonly tasks_failed: number;
  readonly tasks_killed: number;
  /** Since the application's start. */
  readonly start_ms: number | null;
  readonly stage_ms: number | null;
  /** All attempts of all its tasks. */
  readonly task_ms: number | null;
  readonly median_ms: number | null;
  readonly max_ms: number | null;
  readonly max_to_median: number | null;
  readonly input_bytes: number;
  readonly output_bytes: number;
  readonly shuffle_read_bytes: number;
  readonly shuffle_write_bytes: number;
  readonly disk_bytes_spilled: number;
  /** Share of the executor run time. */
  readonly gc_share: number | null;
}

/** Which stages are there, and what did each take, read and write? One row a stage attempt, skipped ones included. */
export function stageListSql(only?: StageKey): string {
  return `
WITH attempts AS (
  SELECT stage_id, stage_attempt_id AS attempt_id, sum(duration)::BIGINT AS task_ms
  FROM tasks
  GROUP BY ALL
)
SELECT
  s.stage_id || '.' || s.attempt_id AS stage,
  s.stage_id,
  s.attempt_id,
  s.status,
  s.name,
  s.description,
  s.sql_execution_id,
  s.num_tasks,
  s.num_complete_tasks AS tasks_done,
  s.num_failed_tasks AS tasks_failed,
  s.num_killed_tasks AS tasks_killed,
  (r.start_time - app_start)::BIGINT AS start_ms,
  r.stage_ms::BIGINT AS stage_ms,
  attempts.task_ms,
  r.median_ms::BIGINT AS median_ms,
  r.max_ms::BIGINT AS max_ms,
  (r.max_ms / nullif(r.median_ms, 0))::DOUBLE AS max_to_median,
  s.input_bytes,
  s.output_bytes,
  s.shuffle_read_bytes,
  s.shuffle_write_bytes,
  s.disk_bytes_spilled,
  (s.jvm_gc_time / nullif(s.executor_run_time, 0))::DOUBLE AS gc_share
FROM stages s
CROSS JOIN run_window
LEFT JOIN stage_runs r USING (stage_id, attempt_id)
LEFT JOIN attempts USING (stage_id, attempt_id)${only ? `\nWHERE ${ofStage(only)}` : ''}
ORDER BY s.stage_id, s.attempt_id`;
}

export function stageList(query: QueryRunner): Promise<readonly StageListRow[]> {
  return query<StageListRow>(stageListSql());
}

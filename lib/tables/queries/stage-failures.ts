import type { QueryRunner } from '../query-runner.ts';
import { ofTasks, type StageKey } from './stage-key.ts';

export interface FailureRow {
  readonly status: string;
  /** Class of the exception, else how the attempt ended. */
  readonly reason: string;
  readonly attempts: number;
  /** Different tasks of the stage that it hit. */
  readonly tasks: number;
  readonly executors: number;
  readonly task_ms: number;
  /** The first line of the first message, cut. */
  readonly message: string | null;
  readonly full_message: string | null;
}

/** Why did attempts of a stage fail or get killed? One row a reason, the most frequent first. */
export function stageFailuresSql(stage: StageKey): string {
  return `
SELECT
  status,
  coalesce(error_class, end_reason, 'not in the log') AS reason,
  count(*) AS attempts,
  count(DISTINCT index) AS tasks,
  count(DISTINCT executor_id) AS executors,
  coalesce(sum(duration), 0)::BIGINT AS task_ms,
  left(split_part(arg_min(error_message, task_id), chr(10), 1), 300) AS message,
  arg_min(error_message, task_id) AS full_message
FROM tasks
WHERE ${ofTasks(stage)} AND status IN ('FAILED', 'KILLED')
GROUP BY status, reason
ORDER BY attempts DESC, reason`;
}

export function stageFailures(query: QueryRunner, stage: StageKey): Promise<readonly FailureRow[]> {
  return query<FailureRow>(stageFailuresSql(stage));
}

import type { QueryRunner } from '../query-runner.ts';

/** One value that tasks can be filtered by. */
export interface TaskChoiceRow {
  readonly kind: 'stage' | 'executor' | 'status';
  readonly value: string;
  readonly tasks: number;
}

/** Which stages, executors and statuses do the tasks have? One row a value, with the number of its tasks. */
const TASK_CHOICES_SQL = `
SELECT kind, value, tasks
FROM (
  SELECT 'stage' AS kind, stage_id || '.' || stage_attempt_id AS value, count(*) AS tasks, stage_id AS place, stage_attempt_id AS place2
  FROM tasks GROUP BY stage_id, stage_attempt_id
  UNION ALL
  SELECT 'executor', executor_id, count(*), coalesce(try_cast(executor_id AS INTEGER), -1), 0
  FROM tasks WHERE executor_id IS NOT NULL GROUP BY executor_id
  UNION ALL
  SELECT 'status', status, count(*), 0, 0
  FROM tasks WHERE status IS NOT NULL GROUP BY status
)
ORDER BY kind, place, place2, value`;

export function taskChoices(query: QueryRunner): Promise<readonly TaskChoiceRow[]> {
  return query<TaskChoiceRow>(TASK_CHOICES_SQL);
}

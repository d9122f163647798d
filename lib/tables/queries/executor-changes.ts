import type { QueryRunner } from '../query-runner.ts';

export interface ExecutorChangeRow {
  /** In ms since the application's start. */
  readonly at_ms: number;
  readonly change: 'added' | 'removed';
  readonly executor_id: string;
  readonly slots: number | null;
  /** Why it was removed. */
  readonly reason: string | null;
}

/** When did executors come and go? One row an arrival or a removal, in order of time. */
const EXECUTOR_CHANGES_SQL = `
SELECT add_time - app_start AS at_ms, 'added' AS change, executor_id, max_tasks AS slots, NULL AS reason
FROM executors, run_window
WHERE add_time IS NOT NULL AND max_tasks > 0
UNION ALL
SELECT remove_time - app_start, 'removed', executor_id, max_tasks, remove_reason
FROM executors, run_window
WHERE remove_time IS NOT NULL
ORDER BY at_ms, change, executor_id`;

export function executorChanges(query: QueryRunner): Promise<readonly ExecutorChangeRow[]> {
  return query<ExecutorChangeRow>(EXECUTOR_CHANGES_SQL);
}

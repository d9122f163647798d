import type { QueryRunner } from '../query-runner.ts';
import { sqlName, sqlText } from '../sql-text.ts';
import { ofTasks, type StageKey } from './stage-key.ts';

/** A row of `tasks` with the columns that were asked for, and always its key. */
export type TaskRow = Readonly<Record<string, unknown>> & { readonly task_id: number };

export interface TaskFilter {
  readonly stage?: StageKey | undefined;
  readonly executorId?: string | undefined;
  readonly status?: string | undefined;
}

export interface TaskOrder {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TaskWindow {
  readonly filter: TaskFilter;
  readonly order: TaskOrder;
  /** Columns of `tasks`. */
  readonly columns: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

/** Shown first: where in the run it is. The name stands for an expression, since the table has epoch times. */
export const START_MS = 'start_ms';

/**
 * Which tasks stand at these places of the sorted list? One row a task attempt. Only the sort key is sorted in full;
 * the other columns are fetched for the rows of the window.
 */
export function taskWindowSql({ filter, order, columns, offset, limit }: TaskWindow): string {
  const asked = [...new Set(['task_id', ...columns])];
  const sorting = `${column(order.column)} ${order.direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST, task_id`;
  return `
SELECT
${asked.map((name) => `  ${column(name)}${name === START_MS ? ` AS ${START_MS}` : ''}`).join(',\n')}
FROM tasks
WHERE rowid IN (
  SELECT rowid FROM tasks${where(filter)}
  ORDER BY ${sorting}
  LIMIT ${limit} OFFSET ${offset}
)
ORDER BY ${sorting}`;
}

export function taskWindow(query: QueryRunner, window: TaskWindow): Promise<readonly TaskRow[]> {
  return query<TaskRow>(taskWindowSql(window));
}

/** How many tasks pass the filter? */
function taskCountSql(filter: TaskFilter): string {
  return `
SELECT count(*) AS tasks
FROM tasks${where(filter)}`;
}

export async function taskCount(query: QueryRunner, filter: TaskFilter): Promise<number> {
  const [row] = await query<{ tasks: number }>(taskCountSql(filter));
  return row?.tasks ?? 0;
}

function column(name: string): string {
  return name === START_MS ? 'launch_time - (SELECT app_start FROM run_window)' : sqlName(name);
}

function where({ stage, executorId, status }: TaskFilter): string {
  const conditions = [
    ...(stage ? [ofTasks(stage)] : []),
    ...(executorId !== undefined ? [`executor_id = ${sqlText(executorId)}`] : []),
    ...(status !== undefined ? [`status = ${sqlText(status)}`] : []),
  ];
  return conditions.length > 0 ? `\n  WHERE ${conditions.join(' AND ')}` : '';
}

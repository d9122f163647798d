import type { QueryRunner } from '../query-runner.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from './spread-measure.ts';
import { ofTasks, type StageKey } from './stage-key.ts';

/** A task, or a band of tasks of similar rank, largest first. */
export interface SkylineRow {
  /** "task", or the band as its range of quantiles: "p75 to p95". */
  readonly part: string;
  readonly tasks: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** For single tasks. */
  readonly task_id: number | null;
  readonly task_index: number | null;
  readonly executor_id: string | null;
}

/** Up to so many tasks, each has its own bar; above, the largest have, and the rest comes in bands. */
export const SINGLE_TASKS = 400;
export const LARGEST_TASKS = 20;

export interface SkylineParams extends StageKey {
  readonly measure: SpreadMeasure;
}

/** How do the successful tasks of a stage compare? One row a task or band of tasks, the largest first. */
export function stageSkylineSql({ measure, ...stage }: SkylineParams): string {
  return `
WITH ranked AS (
  SELECT
    task_id,
    index,
    executor_id,
    ${SPREAD_MEASURES[measure].sql} AS value,
    row_number() OVER (ORDER BY value DESC, task_id) AS place,
    count(*) OVER () AS tasks
  FROM tasks
  WHERE ${ofTasks(stage)} AND status = 'SUCCESS'
),
parts AS (
  SELECT
    *,
    tasks <= ${SINGLE_TASKS} OR place <= ${LARGEST_TASKS} AS is_single,
    CASE
      WHEN is_single THEN 'task'
      WHEN place <= 0.05 * tasks THEN 'p95 to largest'
      WHEN place <= 0.25 * tasks THEN 'p75 to p95'
      WHEN place <= 0.50 * tasks THEN 'p50 to p75'
      WHEN place <= 0.75 * tasks THEN 'p25 to p50'
      WHEN place <= 0.95 * tasks THEN 'p5 to p25'
      ELSE 'smallest to p5'
    END AS part,
    CASE WHEN is_single THEN place END AS single
  FROM ranked
)
SELECT
  part,
  count(*) AS tasks,
  min(value)::DOUBLE AS low,
  median(value)::DOUBLE AS median,
  max(value)::DOUBLE AS high,
  any_value(task_id) FILTER (is_single) AS task_id,
  any_value(index) FILTER (is_single) AS task_index,
  any_value(executor_id) FILTER (is_single) AS executor_id
FROM parts
GROUP BY part, single
ORDER BY min(place)`;
}

export function stageSkyline(query: QueryRunner, params: SkylineParams): Promise<readonly SkylineRow[]> {
  return query<SkylineRow>(stageSkylineSql(params));
}

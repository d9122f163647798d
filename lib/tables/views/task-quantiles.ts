import { TASK_METRICS } from '../schema/task-metrics.ts';
import type { View } from './view.ts';

/** Metrics of which the REST API reports quantiles over the tasks of a stage, besides the times of the driver. */
const METRICS = ['shuffle_total_blocks_fetched', ...TASK_METRICS.map(({ name }) => name)];

/**
 * The task-metric quantiles of a stage as the History Server reports them: of the n sorted values of the successful
 * tasks the one at position min(floor(q * n), n - 1). Duration, scheduler delay and getting-result time are taken from
 * all attempts, but n stays the number of the successful ones (Spark class AppStatusStore.taskSummary).
 */
export const taskQuantiles: View = {
  name: 'task_quantiles',
  grain: 'stage attempt x metric x quantile',
  doc: 'Quantiles 0, 0.25, 0.5, 0.75, 0.95 and 1 of every task metric, by the rule of the History Server.',
  sql: `
WITH successful AS (
  SELECT
    stage_id,
    stage_attempt_id AS attempt_id,
    shuffle_remote_blocks_fetched + shuffle_local_blocks_fetched AS shuffle_total_blocks_fetched,
    * EXCLUDE (stage_id, stage_attempt_id)
  FROM tasks
  WHERE status = 'SUCCESS'
),
long AS (
  UNPIVOT successful
  ON ${METRICS.map((name) => `"${name}"`).join(', ')}
  INTO NAME metric VALUE value
),
sorted AS (
  SELECT stage_id, attempt_id, metric, count(*) AS n, list(value ORDER BY value) AS sorted_values
  FROM long
  GROUP BY ALL
  UNION ALL
  SELECT
    stage_id,
    stage_attempt_id,
    metric,
    count(*) FILTER (status = 'SUCCESS'),
    list(value ORDER BY value)
  FROM (
    UNPIVOT (
      SELECT stage_id, stage_attempt_id, status, coalesce(duration, 0) AS duration, scheduler_delay, getting_result_time
      FROM tasks
      WHERE finish_time IS NOT NULL
    )
    ON duration, scheduler_delay, getting_result_time
    INTO NAME metric VALUE value
  )
  GROUP BY ALL
)
SELECT
  stage_id,
  attempt_id,
  metric,
  q AS quantile,
  sorted_values[least(floor(q * n)::BIGINT, n - 1) + 1]::DOUBLE AS value
FROM sorted, (SELECT unnest([0.0, 0.25, 0.5, 0.75, 0.95, 1.0])::DOUBLE AS q)
WHERE n > 0
`,
};

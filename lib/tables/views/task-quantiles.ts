import { TASK_METRICS } from '../schema/task-metrics.ts';
import type { View } from './view.ts';

/** Metrics of which the REST API reports quantiles over the tasks of a stage. */
const METRICS = [
  'duration',
  'scheduler_delay',
  'getting_result_time',
  ...TASK_METRICS.map((metric) => metric.name),
];

/**
 * The task-metric quantiles of a stage as the History Server reports them: of the sorted values of the successful
 * tasks the one at position min(floor(q * n), n - 1).
 */
export const taskQuantiles: View = {
  name: 'task_quantiles',
  grain: 'stage attempt x metric x quantile',
  doc: 'Quantiles 0, 0.25, 0.5, 0.75, 0.95 and 1 of every task metric, by the rule of the History Server.',
  sql: `
WITH long AS (
  UNPIVOT (SELECT stage_id, stage_attempt_id AS attempt_id, coalesce(duration, 0) AS duration, * EXCLUDE (stage_id, stage_attempt_id, duration) FROM tasks WHERE status = 'SUCCESS')
  ON ${METRICS.map((name) => `"${name}"`).join(', ')}
  INTO NAME metric VALUE value
),
sorted AS (
  SELECT stage_id, attempt_id, metric, list(value ORDER BY value) AS sorted_values
  FROM long
  GROUP BY ALL
)
SELECT stage_id, attempt_id, metric, q AS quantile, sorted_values[least(floor(q * len(sorted_values))::BIGINT, len(sorted_values) - 1) + 1]::DOUBLE AS value
FROM sorted, (SELECT unnest([0.0, 0.25, 0.5, 0.75, 0.95, 1.0])::DOUBLE AS q)
`,
};

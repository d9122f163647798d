import { formatCount, formatMs } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel, stageRow, tasksOf } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * The stage waits for very few tasks that take far longer than the others without having more data: a slow disk or
 * node, a hanging call, a long computation on one row. Many slow tasks on one executor are another problem.
 */

const MIN_TASKS = 4;
/** Few: up to two, or one in twenty, at the end of the stage. More than that is an uneven computation. */
const MAX_FEW = 2;
const MAX_FEW_SHARE = 0.05;
/** An executor on which half of the tasks are slow is slow itself, which is another problem. */
const MAX_SLOW_ON_EXECUTOR = 0.5;
/** With three times the data of its siblings a task is skewed, which is another problem. */
const TIMES_DATA = 3;

interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly tasks_ok: number;
  readonly tail_tasks: number;
  readonly median_ms: number;
  readonly max_ms: number;
  readonly tail_ms: number;
  readonly slowest_task: number;
  readonly has_data: boolean;
}

const SQL = `
WITH candidates AS (
  FROM stage_runs
  WHERE tasks_ok >= ${MIN_TASKS}
    AND tail_tasks BETWEEN 1 AND greatest(${MAX_FEW}, ${MAX_FEW_SHARE} * tasks_ok)
    AND NOT (slowest_records > 0 AND slowest_records >= ${TIMES_DATA} * median_records)
    AND NOT (slowest_bytes > 0 AND slowest_bytes >= ${TIMES_DATA} * median_bytes)
),
beside AS (
  SELECT c.stage, avg((coalesce(t.duration, 0) > 3 * c.p75_ms)::INTEGER) AS slow_share
  FROM candidates c
  JOIN tasks s ON s.task_id = c.slowest_task AND s.stage_id = c.stage_id AND s.stage_attempt_id = c.attempt_id
  JOIN tasks t ON t.stage_id = c.stage_id AND t.stage_attempt_id = c.attempt_id AND t.executor_id = s.executor_id AND t.status = 'SUCCESS'
  WHERE c.executors > 1
  GROUP BY c.stage
)
SELECT c.stage, stage_id, attempt_id, name, sql_execution_id, tasks_ok, tail_tasks, median_ms, max_ms, tail_ms, slowest_task,
       median_records > 0 OR median_bytes > 0 AS has_data
FROM candidates c LEFT JOIN beside USING (stage)
WHERE coalesce(slow_share, 0) < ${MAX_SLOW_ON_EXECUTOR}
ORDER BY tail_ms DESC`;

export const straggler: Detector = {
  id: 'straggler',
  title: (found) => `Straggler ${inStages(found)}`,
  whyItMatters:
    'At its end the stage waited for a task that was slow although it had no more data than the others.',
  options: [
    {
      action: 'Look at that task: its executor’s log, its input rows, calls to other systems from user code.',
      trade_off: 'Costs a person’s time.',
      avoid_when: 'It happened once and never again.',
    },
    {
      action: 'Turn on speculation: spark.speculation=true starts a copy of a task that lags behind.',
      trade_off: 'Copies use slots, and side effects of a task may happen twice.',
      avoid_when:
        'Tasks write to systems that cannot take the same write twice, or the computation itself is slow.',
    },
    {
      action: 'Split the work finer, so that the slow row or call holds up less beside it.',
      trade_off: 'More tasks, each with its own overhead.',
      avoid_when: 'A single row is what takes so long.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.tail_ms, run)).map(toFinding);
    return findings(
      found,
      'No stage waited at its end for a slow task that had no more data than the others.',
    );
  },
};

function toFinding(row: Row): Finding {
  return {
    cause: row.name ?? row.stage,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: row.tail_ms, upper_ms: Math.max(row.tail_ms, row.max_ms - row.median_ms) },
    confidence: row.has_data ? 'high' : 'medium',
    whyConfidence: row.has_data
      ? 'the log shows the data of each task, and the slow one has no more than the others'
      : 'the tasks read no data that Spark counts, so uneven input from elsewhere cannot be ruled out',
    evidence: [
      {
        metric: 'longest task',
        unit: 'ms',
        compared_with: `median ${formatMs(row.median_ms)} of ${formatCount(row.tasks_ok)} tasks`,
        sql: `SELECT max(duration) FROM tasks WHERE ${tasksOf(row)}`,
      },
      {
        metric: 'end of the stage in which only slow tasks ran',
        unit: 'ms',
        sql: `SELECT tail_ms FROM stage_runs WHERE ${stageRow(row)}`,
      },
      {
        metric: 'slow tasks in that end (over 3 times the 75th percentile)',
        unit: 'tasks',
        compared_with: `${formatCount(row.tasks_ok)} tasks`,
        sql: `SELECT tail_tasks FROM stage_runs WHERE ${stageRow(row)}`,
      },
    ],
  };
}

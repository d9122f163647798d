import { formatCount, formatMs, formatShare } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel, tasksOf } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * Many tasks that are so short that starting them costs as much as running them. Overhead is measured, not assumed:
 * it is the part of a task's duration in which the executor was not running it (scheduling, shipping, deserializing).
 * In a Python worker the overhead hides in the running time, so a thousand tasks or more are judged by their length.
 */

/** Ten rounds of tasks for every slot: fewer tasks would still keep all slots busy. */
const ROUNDS = 10;
/** A driver starts a hundred tasks in a moment. */
const MIN_TASKS = 100;
/** Two fifths of the time not spent running: an ordinary task of a second loses a few percent. */
const OVERHEAD_SHARE = 0.4;
/** "Spark can efficiently support tasks as short as 200 ms" (Tuning Spark, Level of Parallelism). */
const SHORT_MS = 200;
/** By length alone only where there are so many that the driver's effort for each adds up. */
const MANY_TASKS = 1000;

interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly tasks_ok: number;
  readonly median_ms: number;
  readonly task_ms: number;
  readonly overhead_ms: number;
  readonly stage_ms: number;
}

const sql = (slots: number): string => `
SELECT stage, stage_id, attempt_id, name, sql_execution_id, tasks_ok, median_ms, task_ms, stage_ms,
       task_ms - run_ms AS overhead_ms
FROM stage_runs
WHERE tasks_ok >= ${Math.max(MIN_TASKS, ROUNDS * slots)}
  AND (task_ms - run_ms >= ${OVERHEAD_SHARE} * task_ms OR (tasks_ok >= ${MANY_TASKS} AND median_ms < ${SHORT_MS}))
ORDER BY overhead_ms DESC`;

export const tinyTasks: Detector = {
  id: 'tiny-tasks',
  title: (found) => `Many tiny tasks ${inStages(found)}`,
  whyItMatters:
    'Each task costs the driver and the executor a fixed effort, and here that is as much as the work itself.',
  options: [
    {
      action:
        'Use fewer partitions: lower spark.sql.shuffle.partitions, or coalesce after a filter that leaves little.',
      trade_off: 'Each task holds more data.',
      avoid_when: 'The data of this stage grows much larger in other runs.',
    },
    {
      action:
        'Let adaptive execution join small shuffle partitions: spark.sql.adaptive.enabled and coalescePartitions.',
      trade_off: 'None worth naming for SQL; it does nothing for RDDs or for the first stage of a scan.',
      avoid_when: 'The partitions come from the input files or from code, not from a shuffle.',
    },
    {
      action:
        'Read fewer, larger files or raise spark.sql.files.maxPartitionBytes where the scan makes the tasks.',
      trade_off: 'Compacting files is a job of its own.',
      avoid_when: 'The files are written by somebody else who needs them small.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    if (run.slots === 0) return notApplicable('The log does not tell how many task slots there were.');
    const rows = await query<Row>(sql(run.slots));
    const found = rows
      .filter((row) => isNoticeable(isMeasured(row) ? row.overhead_ms / run.slots : row.stage_ms, run))
      .map((row) => toFinding(row, run.slots));
    return findings(
      found,
      `No stage has ${MIN_TASKS} tasks, ${ROUNDS} for each slot, that spend ${formatShare(OVERHEAD_SHARE)} of their time not running, nor ${formatCount(MANY_TASKS)} under ${formatMs(SHORT_MS)}.`,
    );
  },
};

function isMeasured(row: Row): boolean {
  return row.overhead_ms >= OVERHEAD_SHARE * row.task_ms;
}

function toFinding(row: Row, slots: number): Finding {
  return {
    cause: row.name ?? row.stage,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: row.overhead_ms / slots, upper_ms: Math.max(row.stage_ms, row.overhead_ms / slots) },
    confidence: isMeasured(row) ? 'high' : 'medium',
    whyConfidence: isMeasured(row)
      ? `the overhead is measured over ${formatCount(row.tasks_ok)} tasks`
      : `the tasks are shorter than ${formatMs(SHORT_MS)}; how much of that is work, the log does not tell`,
    evidence: [
      {
        metric: 'tasks',
        unit: 'tasks',
        compared_with: `${formatCount(slots)} slots`,
        sql: `SELECT count(*) FROM tasks WHERE ${tasksOf(row)}`,
      },
      {
        metric: 'median task',
        unit: 'ms',
        compared_with: `Spark’s tuning guide calls ${formatMs(SHORT_MS)} efficient`,
        sql: `SELECT quantile_disc(coalesce(duration, 0), 0.5) FROM tasks WHERE ${tasksOf(row)}`,
      },
      {
        metric: 'share of task time that was not running',
        unit: 'share',
        compared_with: `${formatMs(row.overhead_ms)} of ${formatMs(row.task_ms)} task time`,
        sql: `SELECT 1 - sum(executor_run_time) / sum(duration) FROM tasks WHERE ${tasksOf(row)}`,
      },
    ],
  };
}

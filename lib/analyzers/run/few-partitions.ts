import { formatCount, formatMs, plural } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel, stageRow, tasksOf } from './stage-finding.ts';
import { isNoticeable, MIN_MS } from './thresholds.ts';

/** A stage with so few tasks that at least half of the slots had nothing to do while it ran. */
const BUSY_SHARE = 0.5;

interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly tasks_ok: number;
  readonly stage_ms: number;
  readonly max_ms: number;
  /** Slots that were there while the stage ran, on average over its time. */
  readonly slots: number;
}

/**
 * Other stages that ran at the same time would have used the slots, so a stage counts only while it ran alone. Under
 * dynamic allocation executors come and go: what counts is what was there in the time of the stage.
 */
const sql = (slots: number): string => `
WITH small AS MATERIALIZED (
  FROM stage_runs
  WHERE tasks_ok >= 1 AND num_tasks <= ${BUSY_SHARE * slots} AND attempt_id = 0 AND stage_ms >= ${MIN_MS}
)
SELECT
  r.stage, r.stage_id, r.attempt_id, r.name, r.sql_execution_id, r.tasks_ok, r.stage_ms, r.max_ms,
  (
    SELECT sum(e.max_tasks * greatest(0,
      least(coalesce(e.remove_time, r.end_time), r.end_time) - greatest(coalesce(e.add_time, r.start_time), r.start_time)))
    FROM executors e WHERE e.max_tasks > 0
  ) / r.stage_ms AS slots
FROM small r
WHERE NOT EXISTS (
    FROM stage_runs other
    WHERE other.stage_id <> r.stage_id
      AND other.tasks_ok > 0
      AND least(other.end_time, r.end_time) - greatest(other.start_time, r.start_time) > 0.5 * r.stage_ms
  )
ORDER BY r.stage_ms DESC`;

export const fewPartitions: Detector = {
  id: 'few-partitions',
  title: (found) => `Too few tasks for the slots ${inStages(found)}`,
  whyItMatters: 'While the stage ran, at least half of the slots had no task to run.',
  options: [
    {
      action:
        'Make more partitions before the stage: repartition(n), more shuffle partitions, or a smaller advisory size for AQE.',
      trade_off: 'repartition adds a shuffle; more shuffle partitions mean smaller output files.',
      avoid_when: 'The stage is short, or the data is small enough for one task.',
    },
    {
      action: 'Replace coalesce(n) before a heavy computation by repartition(n) after it.',
      trade_off: 'One more shuffle of the result.',
      avoid_when: 'The result is as large as the input, so that the shuffle costs more than it wins.',
    },
    {
      action: 'For input that cannot be split (gzip, one large JSON): store it in splittable files.',
      trade_off: 'A conversion step, or a change by whoever writes the files.',
      avoid_when: 'The file is read once.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    if (run.slots < 2) return notApplicable('The run had fewer than two task slots.');
    if (run.isStreaming) return notApplicable('Micro-batches are small on purpose.');
    const rows = await query<Row>(sql(run.slots));
    const found = rows
      .filter((row) => row.tasks_ok <= BUSY_SHARE * row.slots && isNoticeable(idleWall(row), run))
      .map(toFinding);
    return findings(found, 'No stage that matters left half of the slots without a task.');
  },
};

/** Wall time of the stage as if its idle slots were all the loss there was. */
function idleWall(row: Row): number {
  return row.stage_ms * (1 - row.tasks_ok / row.slots);
}

function toFinding(row: Row): Finding {
  return {
    cause: row.name ?? row.stage,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: 0, upper_ms: idleWall(row) },
    confidence: 'medium',
    whyConfidence: 'tasks and slots are counted; whether the work can be divided is not in the log',
    evidence: [
      {
        metric: 'tasks of the stage',
        unit: 'tasks',
        compared_with: plural(Math.round(row.slots), 'slot'),
        sql: `SELECT count(*) FROM tasks WHERE ${tasksOf(row)}`,
      },
      {
        metric: 'duration of the stage',
        unit: 'ms',
        compared_with: `longest task ${formatMs(row.max_ms)} of ${formatCount(row.tasks_ok)}`,
        sql: `SELECT stage_ms FROM stage_runs WHERE ${stageRow(row)}`,
      },
    ],
  };
}

import { formatCount, formatMs, plural } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel } from './stage-finding.ts';

/**
 * Task attempts that failed. Killed attempts (a speculative copy that lost, a cancelled job) are no failures, and
 * "Resubmitted" says only that output was lost with an executor.
 */
interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly failed: number;
  readonly tasks: number;
  readonly lost_ms: number;
  readonly reason: string;
  readonly reason_count: number;
}

const SQL = `
WITH failed AS (
  SELECT stage_id, stage_attempt_id AS attempt_id, coalesce(error_class, end_reason, 'unknown') AS reason,
         count(*) AS failures, sum(coalesce(duration, 0)) AS lost_ms
  FROM tasks
  WHERE status = 'FAILED' AND end_reason <> 'Resubmitted'
  GROUP BY ALL
)
SELECT
  s.stage_id || '.' || s.attempt_id AS stage, s.stage_id, s.attempt_id, s.name, s.sql_execution_id,
  sum(failures)::BIGINT AS failed,
  any_value(s.num_tasks) AS tasks,
  sum(lost_ms)::BIGINT AS lost_ms,
  first(reason ORDER BY failures DESC, reason) AS reason,
  max(failures) AS reason_count
FROM failed JOIN stages s USING (stage_id, attempt_id)
GROUP BY ALL
ORDER BY lost_ms DESC`;

export const taskFailures: Detector = {
  id: 'task-failures',
  title: (found) => `Failed task attempts ${inStages(found)}`,
  whyItMatters: 'Each failed attempt is work done for nothing, and four failures of one task end the job.',
  options: [
    {
      action:
        'Read the error of the most frequent reason below and mend its cause: bad rows, a flaky service, memory.',
      trade_off: 'Costs a person’s time.',
      avoid_when: 'The reason is a machine that was taken away (spot instances).',
    },
    {
      action: 'Make user code tolerate bad input: skip and count rows that cannot be read.',
      trade_off: 'Errors become data that somebody must look at.',
      avoid_when: 'Wrong results are worse than a failed job.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const rows = await query<Row>(SQL);
    return findings(
      rows.map((row) => toFinding(row, Math.max(1, run.slots))),
      'No task attempt failed.',
    );
  },
};

function toFinding(row: Row, slots: number): Finding {
  const where = `FROM tasks WHERE stage_id = ${row.stage_id} AND stage_attempt_id = ${row.attempt_id} AND status = 'FAILED' AND end_reason <> 'Resubmitted'`;
  return {
    cause: row.reason,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: row.lost_ms / slots, upper_ms: row.lost_ms },
    confidence: 'high',
    whyConfidence: 'each failure is an event of the log with its reason',
    evidence: [
      {
        metric: 'failed task attempts',
        unit: 'tasks',
        compared_with: plural(row.tasks, 'task'),
        sql: `SELECT count(*) ${where}`,
      },
      {
        metric: 'time they ran',
        unit: 'ms',
        compared_with: formatMs(row.lost_ms),
        sql: `SELECT sum(coalesce(duration, 0))::BIGINT ${where}`,
      },
      {
        metric: 'most frequent reason',
        unit: 'text',
        compared_with: `${formatCount(row.reason_count)} of ${formatCount(row.failed)}`,
        sql: `SELECT coalesce(error_class, end_reason) ${where} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
      },
      {
        metric: 'its message, shortened',
        unit: 'text',
        sql: `SELECT left(coalesce(error_message, ''), 300) ${where} AND coalesce(error_class, end_reason) = (SELECT coalesce(error_class, end_reason) ${where} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) LIMIT 1`,
      },
    ],
  };
}

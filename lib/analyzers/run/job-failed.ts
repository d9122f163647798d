import { formatMs } from '#lib/base/format.ts';
import { isCancelled } from './cancellation.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';

/** Jobs that ended with an error. A job that somebody cancelled also counts as failed in Spark, but not here. */
interface Row {
  readonly job_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly job_ms: number;
  readonly stages: readonly string[] | null;
}

const SQL = `
SELECT
  j.job_id, j.name, j.sql_execution_id,
  greatest(coalesce(j.completion_time - j.submission_time, 0), 0) AS job_ms,
  list(s.stage_id || '.' || s.attempt_id ORDER BY s.stage_id, s.attempt_id) FILTER (s.status = 'FAILED') AS stages
FROM jobs j
LEFT JOIN stages s ON list_contains(j.stage_ids, s.stage_id)
WHERE j.status = 'FAILED' AND NOT (${isCancelled('j.failure_reason')})
GROUP BY ALL
ORDER BY j.job_id`;

export const jobFailed: Detector = {
  id: 'job-failed',
  // How fast the other jobs were matters less.
  comesFirst: true,
  title: (found) =>
    found.length === 1 ? `${found[0].where.replace(/^j/, 'J')} failed` : `${found.length} jobs failed`,
  whyItMatters: 'The action did not give its result; what came after it may be missing too.',
  options: [
    {
      action: 'Start from the message below: it names the task, its exception and the line of user code.',
      trade_off: 'Costs a person’s time.',
      avoid_when: 'The application handles the failure and goes on as intended.',
    },
    {
      action: 'For failures that come and go, raise spark.task.maxFailures or retry the action.',
      trade_off: 'Real errors show later.',
      avoid_when: 'The same task fails with the same error each time.',
    },
  ],
  async detect({ query }) {
    const [job] = await query('SELECT job_id FROM jobs LIMIT 1');
    if (!job) return notApplicable('The log has no job.');
    const rows = await query<Row>(SQL);
    return findings(rows.map(toFinding), 'No job failed; cancelled jobs are not counted.');
  },
};

function toFinding(row: Row): Finding {
  return {
    cause: row.name ?? `job ${row.job_id}`,
    where: `job ${row.job_id}${row.name ? ` (${row.name})` : ''}`,
    stages: row.stages ?? [],
    sqlExecutions: row.sql_execution_id === null ? [] : [row.sql_execution_id],
    impact: { lower_ms: row.job_ms, upper_ms: row.job_ms },
    severity: 'high',
    confidence: 'high',
    whyConfidence: 'the end of the job says so',
    evidence: [
      {
        metric: 'what Spark reported',
        unit: 'text',
        sql: `SELECT left(coalesce(failure_reason, 'no message'), 600) FROM jobs WHERE job_id = ${row.job_id}`,
      },
      {
        metric: 'duration of the job',
        unit: 'ms',
        compared_with: formatMs(row.job_ms),
        sql: `SELECT coalesce(completion_time - submission_time, 0) FROM jobs WHERE job_id = ${row.job_id}`,
      },
    ],
  };
}

import { formatMs } from '#lib/base/format.ts';
import { type Detector, type EvidenceQuery, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, stageLabel, stageRow } from './stage-finding.ts';

/** A stage ran again, because shuffle output that a later stage needed was lost (FetchFailed) or an attempt failed. */
interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly stage_ms: number;
  readonly num_tasks: number;
  readonly has_failure: boolean;
}

/** Failed stages of the same job that ended before a repeat began. */
const FAILED_BEFORE = `
FROM stage_runs r
JOIN stages repeat ON repeat.stage_id = r.stage_id AND repeat.attempt_id = r.attempt_id
JOIN stages failed ON list_has_any(failed.job_ids, repeat.job_ids) AND failed.completion_time <= r.start_time + 1
WHERE r.attempt_id > 0 AND failed.failure_reason IS NOT NULL`;

const SQL = `
SELECT stage, stage_id, attempt_id, name, sql_execution_id, stage_ms, num_tasks,
       stage IN (SELECT r.stage ${FAILED_BEFORE}) AS has_failure
FROM stage_runs
WHERE attempt_id > 0
ORDER BY stage_id, attempt_id`;

export const stageRetry: Detector = {
  id: 'stage-retry',
  title: (found) =>
    found.length === 1 ? `Stage run again: ${found[0].where}` : `${found.length} stage attempts were repeats`,
  whyItMatters: 'Finished work was lost and had to be done again before the job could go on.',
  options: [
    {
      action:
        'Find out why shuffle output was lost: executors that died or were removed, full or deleted local disks.',
      trade_off: 'Costs a person’s time.',
      avoid_when: 'Machines are taken away on purpose (spot instances).',
    },
    {
      action:
        'Keep shuffle output when executors go: external shuffle service, decommissioning with block migration, remote shuffle storage.',
      trade_off: 'Another service or slower storage to run.',
      avoid_when: 'Losses are rare and the stages short.',
    },
    {
      action: 'Checkpoint or write intermediate results of long lineages.',
      trade_off: 'The data is written and read once more.',
      avoid_when: 'The lost stages are quick to repeat.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const rows = await query<Row>(SQL);
    return findings(rows.map(toFinding), 'Every stage ran once.');
  },
};

function toFinding(row: Row): Finding {
  return {
    cause: 'lost output',
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: row.stage_ms, upper_ms: row.stage_ms },
    confidence: 'high',
    whyConfidence: 'the log has a second attempt of the stage',
    evidence: [
      {
        metric: 'time of this attempt',
        unit: 'ms',
        compared_with: formatMs(row.stage_ms),
        sql: `SELECT stage_ms FROM stage_runs WHERE ${stageRow(row)}`,
      },
      {
        metric: 'tasks it had to repeat',
        unit: 'tasks',
        sql: `SELECT num_tasks FROM stages WHERE ${stageRow(row)}`,
      },
      // Where an executor took finished output with it, nothing else has failed yet.
      ...(row.has_failure ? [failureBefore(row)] : []),
    ],
  };
}

function failureBefore({ stage }: Row): EvidenceQuery {
  return {
    metric: 'what failed before it',
    unit: 'text',
    sql: `SELECT left(max_by(failed.failure_reason, failed.completion_time), 300) ${FAILED_BEFORE} AND r.stage = '${stage}'`,
  };
}

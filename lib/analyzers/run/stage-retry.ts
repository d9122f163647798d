import { formatMs } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
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
  readonly reason: string | null;
}

const SQL = `
SELECT
  r.stage, r.stage_id, r.attempt_id, r.name, r.sql_execution_id, r.stage_ms, r.num_tasks,
  (SELECT min_by(failure_reason, completion_time) FROM stages WHERE failure_reason IS NOT NULL AND completion_time <= r.start_time + 1) AS reason
FROM stage_runs r
WHERE r.attempt_id > 0
ORDER BY r.stage_id, r.attempt_id`;

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
      {
        metric: 'what failed before it',
        unit: 'text',
        sql: `SELECT left(min_by(failure_reason, completion_time), 300) FROM stages WHERE failure_reason IS NOT NULL AND completion_time <= (SELECT start_time + 1 FROM stage_runs WHERE ${stageRow(row)})`,
      },
    ],
  };
}

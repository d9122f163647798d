import type { ledger } from './schema/application.ts';
import type { RowOf } from './schema/column.ts';

export type LedgerRow = RowOf<typeof ledger>;

/**
 * Every kind of fact about a log's completeness: how bad it is and which figures it touches. `error`: figures are
 * missing or too low; `warning`: figures are bounds or estimates; `info`: worth knowing, no figure is touched.
 */
export const FACTS = {
  'application-end-missing': {
    severity: 'warning',
    affects: 'The end and the duration of the run are estimated from the latest time in the log.',
  },
  'application-start-missing': {
    severity: 'warning',
    affects:
      'Name, user and start of the application are unknown; the start is the earliest time in the log.',
  },
  'environment-missing': {
    severity: 'warning',
    affects: 'Settings of the run are unknown; checks that need them do not apply.',
  },
  'version-missing': { severity: 'info', affects: 'The Spark version is unknown.' },
  'task-ends-missing': {
    severity: 'error',
    affects: 'Task counts, times and bytes of the stage are lower bounds; its distribution is a sample.',
  },
  'task-starts-missing': {
    severity: 'warning',
    affects: 'Counts of active tasks are unknown; times and bytes are complete.',
  },
  'tasks-without-end': {
    severity: 'info',
    affects: 'Tasks that were running when their job or the log stopped have no metrics.',
  },
  'stage-ends-missing': {
    severity: 'warning',
    affects: 'End and status of the stage are unknown; its tasks count as far as the log tells of them.',
  },
  'stage-starts-missing': {
    severity: 'warning',
    affects: 'Pool, description and jobs of the stage are unknown.',
  },
  'job-ends-missing': { severity: 'warning', affects: 'End and result of the job are unknown.' },
  'job-starts-missing': { severity: 'warning', affects: 'Name, stages and counts of the job are unknown.' },
  'sql-ends-missing': {
    severity: 'warning',
    affects: 'End, duration and status of the SQL execution are unknown.',
  },
  'sql-starts-missing': {
    severity: 'warning',
    affects: 'Description and first plan of the SQL execution are unknown.',
  },
  'duplicate-task-ends': { severity: 'info', affects: 'Nothing: repeated ends were counted once.' },
  'duplicate-stage-ends': { severity: 'info', affects: 'Nothing: repeated ends were counted once.' },
  'duplicate-job-ends': { severity: 'info', affects: 'Nothing: repeated ends were counted once.' },
  'resubmitted-tasks': {
    severity: 'info',
    affects:
      'Output of finished tasks was lost with an executor; Spark counts them as failed and runs them again.',
  },
  'executors-implied': {
    severity: 'warning',
    affects: 'Cores of executors that the log never announced are unknown.',
  },
  'unreadable-lines': {
    severity: 'error',
    affects: 'Whatever those lines said is missing from all figures.',
  },
  'blank-lines': { severity: 'info', affects: 'Nothing.' },
  'last-line-cut': { severity: 'warning', affects: 'The last event of the file is missing.' },
  'file-truncated': { severity: 'error', affects: 'Everything after the cut is missing from all figures.' },
  'file-corrupt': { severity: 'error', affects: 'Everything after the damage is missing from all figures.' },
  'parts-missing': {
    severity: 'error',
    affects: 'Everything in the missing parts is missing from all figures.',
  },
  compacted: {
    severity: 'error',
    affects: 'Spark removed events of finished jobs from the log: totals are not totals of the run.',
  },
  'unknown-events': { severity: 'info', affects: 'Nothing: no figure comes from them.' },
  'plan-updates-dropped': {
    severity: 'info',
    affects: 'Some middle plans of adaptive executions are left out; first and last plans are complete.',
  },
} as const satisfies Record<string, { severity: 'error' | 'warning' | 'info'; affects: string }>;

export type Fact = keyof typeof FACTS;

export function ledgerRow(fact: Fact, detail: string, more: Partial<LedgerRow> = {}): LedgerRow {
  return {
    fact,
    severity: FACTS[fact].severity,
    count: 1,
    stage_id: null,
    attempt_id: null,
    job_id: null,
    execution_id: null,
    source_file: null,
    position: null,
    detail,
    affects: FACTS[fact].affects,
    ...more,
  };
}

import type { QueryRunner } from '../query-runner.ts';

export interface LedgerListRow {
  readonly fact: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly count: number;
  /** "stage 7.0", "job 3", "SQL execution 2" or the file; null when it concerns the whole log. */
  readonly place: string | null;
  readonly detail: string;
  readonly affects: string;
}

/** What is missing, damaged or estimated in the log? One row a fact and place, the grave ones first. */
export const LEDGER_LIST_SQL = `
SELECT
  fact,
  severity,
  count,
  CASE
    WHEN stage_id IS NOT NULL THEN 'stage ' || stage_id || '.' || coalesce(attempt_id, 0)
    WHEN job_id IS NOT NULL THEN 'job ' || job_id
    WHEN execution_id IS NOT NULL THEN 'SQL execution ' || execution_id
    ELSE source_file
  END AS place,
  detail,
  affects
FROM ledger
ORDER BY array_position(['error', 'warning', 'info'], severity), fact, stage_id, attempt_id, job_id, execution_id`;

export function ledgerList(query: QueryRunner): Promise<readonly LedgerListRow[]> {
  return query<LedgerListRow>(LEDGER_LIST_SQL);
}

import type { QueryRunner } from '#lib/tables/query-runner.ts';

/** One kind of gap in the log, with how often it occurs. */
export interface LedgerFact {
  readonly fact: string;
  readonly count: number;
  readonly detail: string;
  readonly affects: string;
  readonly stages: readonly string[] | null;
}

/** The ledger's rows of some kinds, one for each kind. */
export function ledgerFacts(query: QueryRunner, facts: readonly string[]): Promise<readonly LedgerFact[]> {
  return query<LedgerFact>(`
SELECT fact, sum(count)::BIGINT AS count, min(detail) AS detail, min(affects) AS affects,
       list(stage_id || '.' || attempt_id ORDER BY stage_id) FILTER (stage_id IS NOT NULL) AS stages
FROM ledger
WHERE fact IN (${facts.map((fact) => `'${fact}'`).join(', ')})
GROUP BY fact
ORDER BY fact`);
}

export function countOf(fact: string): string {
  return `SELECT sum(count)::BIGINT FROM ledger WHERE fact = '${fact}'`;
}

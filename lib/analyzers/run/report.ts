import type { Clear, Insight, NotApplicable } from '#lib/model/insight.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { DETECTORS } from './registry.ts';
import { type Findings, type RunOptions, runDetectors } from './run-detectors.ts';

/** One gap of the log, as a trust banner shows it. */
export interface TrustFact {
  readonly fact: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly count: number;
  readonly detail: string;
  readonly affects: string;
}

/** What a run is: its name, size and time. Times in ms. */
export interface RunStats {
  readonly duration_ms: number | null;
  readonly jobs: number;
  readonly failed_jobs: number;
  readonly stages: number;
  readonly skipped_stages: number;
  readonly tasks: number;
  readonly failed_tasks: number;
  readonly executors: number;
  readonly slots: number;
  readonly sql_executions: number;
  readonly task_ms: number;
  readonly input_bytes: number;
  readonly output_bytes: number;
  readonly shuffle_read_bytes: number;
  readonly shuffle_write_bytes: number;
  readonly disk_bytes_spilled: number;
}

export type ApplicationRow = Readonly<Record<string, unknown>>;

/** The public answer of `analyze --json` and the base of every screen. */
export interface Report {
  readonly application: ApplicationRow;
  readonly stats: RunStats;
  readonly trust: readonly TrustFact[];
  readonly insights: readonly Insight[];
  readonly clear: readonly Clear[];
  readonly not_applicable: readonly NotApplicable[];
}

export interface Overview {
  readonly application: ApplicationRow;
  readonly stats: RunStats;
  readonly trust: readonly TrustFact[];
}

export async function overview(query: QueryRunner): Promise<Overview> {
  const [application] = await query('SELECT * FROM application LIMIT 1');
  const [stats] = await query<RunStats>(STATS_SQL);
  if (!application || !stats) throw new Error('the tables have no application');
  return { application, stats, trust: await query<TrustFact>(TRUST_SQL) };
}

export async function report(
  query: QueryRunner,
  options: RunOptions = {},
): Promise<Report & Pick<Findings, 'failed'>> {
  const found = await runDetectors(DETECTORS, query, options);
  return { ...(await overview(query)), ...found };
}

const STATS_SQL = `
SELECT
  (SELECT duration FROM application LIMIT 1) AS duration_ms,
  (SELECT count(*) FROM jobs) AS jobs,
  (SELECT count(*) FROM jobs WHERE status = 'FAILED') AS failed_jobs,
  (SELECT count(*) FROM stages WHERE status <> 'SKIPPED') AS stages,
  (SELECT count(*) FROM stages WHERE status = 'SKIPPED') AS skipped_stages,
  count(*) AS tasks,
  count(*) FILTER (status = 'FAILED') AS failed_tasks,
  (SELECT count(*) FROM executors WHERE max_tasks > 0) AS executors,
  (SELECT slots FROM run_window) AS slots,
  (SELECT count(*) FROM sql_executions) AS sql_executions,
  coalesce(sum(duration), 0)::BIGINT AS task_ms,
  coalesce(sum(input_bytes), 0)::BIGINT AS input_bytes,
  coalesce(sum(output_bytes), 0)::BIGINT AS output_bytes,
  coalesce(sum(shuffle_read_bytes), 0)::BIGINT AS shuffle_read_bytes,
  coalesce(sum(shuffle_write_bytes), 0)::BIGINT AS shuffle_write_bytes,
  coalesce(sum(disk_bytes_spilled), 0)::BIGINT AS disk_bytes_spilled
FROM tasks`;

/** One row a kind of fact, the grave ones first. */
const TRUST_SQL = `
SELECT fact, any_value(severity) AS severity, sum(count)::BIGINT AS count,
  CASE WHEN count(*) = 1 THEN any_value(detail)
       ELSE string_agg(detail, ' ' ORDER BY stage_id, job_id, execution_id) FILTER (n <= 3) || CASE WHEN count(*) > 3 THEN ' … ' || (count(*) - 3) || ' more.' ELSE '' END
  END AS detail,
  any_value(affects) AS affects
FROM (SELECT *, row_number() OVER (PARTITION BY fact ORDER BY stage_id, job_id, execution_id) AS n FROM ledger)
GROUP BY fact
ORDER BY array_position(['error', 'warning', 'info'], any_value(severity)), fact`;

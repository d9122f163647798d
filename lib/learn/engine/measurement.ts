import { DETECTORS } from '#lib/analyzers/run/registry.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { UserError } from '#lib/base/assert.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { whyNotReadOnly } from '#lib/tables/read-only-sql.ts';
import type { MeasuredStage, Measurement, QueryAnswer } from './engine-state.ts';

/** Queries of a scenario by name, each with one row and one column. */
export type Queries = Readonly<Record<string, string>>;

const STAGES_SQL = `
SELECT stage, name, num_tasks, stage_ms, median_ms, max_ms
FROM stage_runs
ORDER BY stage_id, attempt_id`;

/** The analyzer's answers about a log that is loaded: the scenario's figures and what the detectors find. */
export async function measure(query: QueryRunner, queries: Queries): Promise<Measurement> {
  const figures: Record<string, number | string | null> = {};
  for (const [name, sql] of Object.entries(queries)) figures[name] = await firstValue(query, sql);
  const { insights, clear } = await runDetectors(DETECTORS, query);
  return { figures, stages: await query<MeasuredStage>(STAGES_SQL), insights, clear };
}

/** Rows that are looked at; an answer to a question is one of them, not a table. */
const MOST_ROWS = 1000;

/** What the log's tables answer to the learner's own query. */
export async function askTables(query: QueryRunner, sql: string): Promise<QueryAnswer> {
  const refused = whyNotReadOnly(sql);
  if (refused !== undefined) throw new UserError(refused);
  try {
    return (await query(sql)).slice(0, MOST_ROWS);
  } catch (error) {
    throw new UserError(`The query failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function firstValue(query: QueryRunner, sql: string): Promise<number | string | null> {
  const [row] = await query(sql);
  const value = row === undefined ? null : Object.values(row)[0];
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

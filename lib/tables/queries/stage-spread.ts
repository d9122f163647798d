import type { QueryRunner } from '../query-runner.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from './spread-measure.ts';
import { ofTasks, type StageKey } from './stage-key.ts';

export interface SpreadRow {
  readonly tasks: number;
  readonly min: number | null;
  readonly p25: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
  readonly total: number | null;
}

/** How are the successful tasks of a stage spread? One row; quantiles are values that occur. */
function stageSpreadSql({ measure, ...stage }: StageKey & { readonly measure: SpreadMeasure }): string {
  return `
SELECT
  count(*) AS tasks,
  min(value)::DOUBLE AS min,
  quantile_disc(value, 0.25)::DOUBLE AS p25,
  quantile_disc(value, 0.5)::DOUBLE AS median,
  quantile_disc(value, 0.75)::DOUBLE AS p75,
  quantile_disc(value, 0.95)::DOUBLE AS p95,
  quantile_disc(value, 0.99)::DOUBLE AS p99,
  max(value)::DOUBLE AS max,
  sum(value)::DOUBLE AS total
FROM (
  SELECT ${SPREAD_MEASURES[measure].sql} AS value
  FROM tasks
  WHERE ${ofTasks(stage)} AND status = 'SUCCESS'
)`;
}

export async function stageSpread(
  query: QueryRunner,
  params: StageKey & { readonly measure: SpreadMeasure },
): Promise<SpreadRow | undefined> {
  const [row] = await query<SpreadRow>(stageSpreadSql(params));
  return row;
}

import type { QueryRunner } from '../query-runner.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from './spread-measure.ts';
import { ofTasks, type StageKey } from './stage-key.ts';

/** Tasks whose value lies from `low` up to, not including, `high`; the last bin includes it. */
export interface HistogramRow {
  readonly low: number;
  readonly high: number;
  readonly tasks: number;
}

export interface HistogramParams extends StageKey {
  readonly measure: SpreadMeasure;
  /** Bins of equal ratio instead of equal width: for values that differ by orders of magnitude. */
  readonly logarithmic: boolean;
}

const BINS = 40;

/** How many successful tasks of a stage have which value? One row a bin, empty ones included, ascending. */
export function stageHistogramSql({ measure, logarithmic, ...stage }: HistogramParams): string {
  const toScale = (value: string) => (logarithmic ? `ln(1 + ${value})` : `(${value})::DOUBLE`);
  const fromScale = (value: string) => (logarithmic ? `exp(${value}) - 1` : value);
  return `
WITH placed AS (
  SELECT ${toScale(SPREAD_MEASURES[measure].sql)} AS spot
  FROM tasks
  WHERE ${ofTasks(stage)} AND status = 'SUCCESS'
),
bounds AS (
  SELECT min(spot) AS first, max(spot) AS last, CASE WHEN last > first THEN (last - first) / ${BINS} ELSE 1 END AS width
  FROM placed
),
counts AS (
  SELECT least(floor((spot - first) / width), ${BINS - 1})::INTEGER AS bin, count(*) AS tasks
  FROM placed, bounds
  GROUP BY bin
)
SELECT
  ${fromScale('(first + range * width)')} AS low,
  ${fromScale('(first + (range + 1) * width)')} AS high,
  coalesce(tasks, 0) AS tasks
FROM bounds, range(${BINS})
LEFT JOIN counts ON bin = range
WHERE last > first AND range < ${BINS} OR last = first AND range = 0
ORDER BY range`;
}

export function stageHistogram(
  query: QueryRunner,
  params: HistogramParams,
): Promise<readonly HistogramRow[]> {
  return query<HistogramRow>(stageHistogramSql(params));
}

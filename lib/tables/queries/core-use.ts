import type { QueryRunner } from '../query-runner.ts';

/** A stretch of the run; times in ms since the application's start. */
export interface CoreUseRow {
  readonly from_ms: number;
  readonly to_ms: number;
  /** Mean number of slots in which a task ran. */
  readonly busy: number;
  /** Mean number of slots that executors offered; null when the log does not tell. */
  readonly offered: number | null;
}

export interface CoreUseParams {
  /** In ms since the application's start; the whole run without it. */
  readonly range?: { readonly fromMs: number; readonly toMs: number } | undefined;
  readonly bins: number;
}

/**
 * How many slots were busy, and how many were there, over time? One row a bin.
 *
 * Exact, and in one pass over the tasks: the slot time up to a moment is the sum of (moment - start) over starts before
 * it minus the sum of (moment - end) over ends before it, and both sums are running totals over bins.
 */
export function coreUseSql({ range, bins }: CoreUseParams): string {
  const from = range ? `app_start + ${Math.floor(range.fromMs)}` : 'app_start';
  const to = range ? `app_start + ${Math.ceil(range.toMs)}` : 'app_end';
  return `
WITH bounds AS (
  SELECT
    app_start,
    ${from} AS range_start,
    greatest((${to}) - (${from}), 1) AS span,
    greatest(ceil(((${to}) - (${from})) / ${bins}), 1)::BIGINT AS width
  FROM run_window
),
intervals AS (
  SELECT launch_time AS start_time, finish_time AS end_time, 1 AS busy, 0 AS offered FROM tasks
  UNION ALL
  SELECT coalesce(add_time, app_start), remove_time, 0, max_tasks FROM executors, bounds WHERE max_tasks > 0
),
clipped AS (
  SELECT
    greatest(start_time - range_start, 0) AS start_ms,
    least(coalesce(end_time - range_start, span), span) AS end_ms,
    busy,
    offered
  FROM intervals, bounds
),
moves AS (
  SELECT start_ms AS at_ms, busy, offered FROM clipped WHERE start_ms < end_ms
  UNION ALL
  SELECT end_ms, -busy, -offered FROM clipped WHERE start_ms < end_ms
),
per_bin AS (
  SELECT
    at_ms // width AS bin,
    sum(busy) AS busy,
    sum(busy * at_ms) AS busy_at,
    sum(offered) AS offered,
    sum(offered * at_ms) AS offered_at
  FROM moves, bounds
  GROUP BY bin
),
bins AS (
  SELECT range AS bin, range * width AS from_ms, least((range + 1) * width, span) AS to_ms
  FROM bounds, range(${bins})
  WHERE range * width < span
),
totals AS (
  SELECT
    bin,
    from_ms,
    to_ms,
    sum(coalesce(busy, 0)) OVER so_far * to_ms - sum(coalesce(busy_at, 0)) OVER so_far AS busy_ms,
    sum(coalesce(offered, 0)) OVER so_far * to_ms - sum(coalesce(offered_at, 0)) OVER so_far AS offered_ms
  FROM bins LEFT JOIN per_bin USING (bin)
  WINDOW so_far AS (ORDER BY bin ROWS UNBOUNDED PRECEDING)
)
SELECT
  (from_ms + range_start - app_start)::BIGINT AS from_ms,
  (to_ms + range_start - app_start)::BIGINT AS to_ms,
  ((busy_ms - lag(busy_ms, 1, 0) OVER (ORDER BY bin)) / (to_ms - from_ms))::DOUBLE AS busy,
  CASE WHEN EXISTS (FROM executors WHERE max_tasks > 0)
    THEN ((offered_ms - lag(offered_ms, 1, 0) OVER (ORDER BY bin)) / (to_ms - from_ms))::DOUBLE
  END AS offered
FROM totals, bounds
ORDER BY bin`;
}

export function coreUse(query: QueryRunner, params: CoreUseParams): Promise<readonly CoreUseRow[]> {
  return query<CoreUseRow>(coreUseSql(params));
}

import { formatBytes, formatRatio } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * A join shuffled both sides although one of them was small enough to be sent to every executor. Sizes are measured
 * ("data size" of the exchanges), not estimated, so this also finds joins that Spark’s estimates got wrong.
 */

/** Default of spark.sql.autoBroadcastJoinThreshold. */
const SMALL_BYTES = 10 * 1024 * 1024;
/** Ten times: shuffling the large side is then most of the join’s cost. */
const TIMES_SMALLER = 10;

interface Row {
  readonly execution_id: number;
  readonly node_id: number;
  readonly detail: string;
  readonly join_type: string;
  readonly small_node: number;
  readonly small_bytes: number;
  readonly large_node: number;
  readonly large_bytes: number;
  readonly large_side: 'left' | 'right';
  readonly touched_ms: number;
  readonly stages: readonly string[] | null;
}

/**
 * Follows each side of a join down to its exchange; what lies between (sorts, readers, projections) does not change
 * which data it is. The stages touched are those that write the large side and read it for the join.
 */
const SQL = `
WITH RECURSIVE joins AS (
  SELECT execution_id, node_id, detail,
    coalesce(nullif(regexp_extract(detail, '\\], (LeftOuter|RightOuter|FullOuter|LeftSemi|LeftAnti|ExistenceJoin|Inner|Cross)', 1), ''), 'Inner') AS join_type
  FROM last_plan
  WHERE name LIKE 'SortMergeJoin%' OR name LIKE 'ShuffledHashJoin%'
),
sides AS (
  SELECT c.execution_id, j.node_id AS join_node, c.node_id,
    row_number() OVER (PARTITION BY j.execution_id, j.node_id ORDER BY c.node_id) AS side
  FROM joins j JOIN last_plan c ON c.execution_id = j.execution_id AND c.parent_node_id = j.node_id
),
walk AS (
  SELECT s.execution_id, s.join_node, s.side, s.node_id FROM sides s
  UNION ALL
  SELECT w.execution_id, w.join_node, w.side, c.node_id
  FROM walk w
  JOIN last_plan here ON here.execution_id = w.execution_id AND here.node_id = w.node_id AND here.name NOT LIKE '%Exchange%'
  JOIN last_plan c ON c.execution_id = w.execution_id AND c.parent_node_id = w.node_id
),
inputs AS (
  SELECT w.execution_id, w.join_node, w.side, max(p.node_id) AS exchange_node, max(p.data_size) AS bytes
  FROM walk w JOIN last_plan p ON p.execution_id = w.execution_id AND p.node_id = w.node_id
  WHERE p.name LIKE '%Exchange%' AND p.data_size IS NOT NULL
  GROUP BY ALL
  HAVING count(*) = 1
),
pairs AS (
  SELECT j.*, l.bytes AS left_bytes, l.exchange_node AS left_node, r.bytes AS right_bytes, r.exchange_node AS right_node
  FROM joins j
  JOIN inputs l ON l.execution_id = j.execution_id AND l.join_node = j.node_id AND l.side = 1
  JOIN inputs r ON r.execution_id = j.execution_id AND r.join_node = j.node_id AND r.side = 2
),
candidates AS (
  SELECT execution_id, node_id, detail, join_type,
    CASE WHEN right_bytes <= left_bytes THEN right_node ELSE left_node END AS small_node,
    least(left_bytes, right_bytes) AS small_bytes,
    CASE WHEN right_bytes <= left_bytes THEN left_node ELSE right_node END AS large_node,
    greatest(left_bytes, right_bytes) AS large_bytes,
    CASE WHEN right_bytes <= left_bytes THEN 'left' ELSE 'right' END AS large_side
  FROM pairs
)
SELECT c.*,
  coalesce(sum(r.stage_ms), 0)::BIGINT AS touched_ms,
  list(DISTINCT r.stage) FILTER (r.stage IS NOT NULL) AS stages
FROM candidates c
JOIN last_plan p ON p.execution_id = c.execution_id AND p.node_id = c.large_node
LEFT JOIN stage_runs r ON list_contains(p.stage_ids, r.stage_id)
WHERE small_bytes < ${SMALL_BYTES}
  AND large_bytes > 0
  AND large_bytes >= ${TIMES_SMALLER} * small_bytes
  AND (join_type IN ('Inner', 'Cross')
    OR (join_type IN ('LeftOuter', 'LeftSemi', 'LeftAnti', 'ExistenceJoin') AND large_side = 'left')
    OR (join_type = 'RightOuter' AND large_side = 'right'))
GROUP BY ALL
ORDER BY touched_ms DESC`;

export const missedBroadcast: Detector = {
  id: 'missed-broadcast',
  title: (found) =>
    found.length === 1
      ? `A small table was shuffled instead of broadcast in ${found[0].where}`
      : `${found.length} joins shuffled a small table instead of broadcasting it`,
  whyItMatters:
    'The large side was written, sent and sorted only to meet a side that would fit into every executor.',
  options: [
    {
      action: 'Mark the small side: broadcast(df) or the BROADCAST hint.',
      trade_off: 'The small side goes through the driver and is held by every executor.',
      avoid_when: 'The small side grows, or executors and driver have little memory.',
    },
    {
      action:
        'Raise or restore spark.sql.autoBroadcastJoinThreshold, or collect statistics so that Spark knows the size.',
      trade_off: 'Applies to all joins of the session.',
      avoid_when: 'Other tables near the threshold must not be broadcast.',
    },
    {
      action: 'Let adaptive execution change the join at run time: spark.sql.adaptive.enabled.',
      trade_off: 'The shuffle of the small side happens anyway, that of the large side often too.',
      avoid_when: 'The join is known to be small: the hint saves the whole shuffle.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasSql) return notApplicable('The log has no SQL plans.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.touched_ms, run)).map(toFinding);
    return findings(
      found,
      `No shuffled join that matters had a side under ${formatBytes(SMALL_BYTES)} that is ten times smaller than the other.`,
    );
  },
};

function toFinding(row: Row): Finding {
  const size = (node: number) =>
    `SELECT data_size::BIGINT FROM last_plan WHERE execution_id = ${row.execution_id} AND node_id = ${node}`;
  return {
    cause: row.detail.replace(/#\d+L?/g, ''),
    where: `SQL execution ${row.execution_id}`,
    stages: row.stages ?? [],
    sqlExecutions: [row.execution_id],
    impact: { lower_ms: 0, upper_ms: row.touched_ms },
    confidence: 'high',
    whyConfidence: 'both sides were measured when they were shuffled, and the join type allows a broadcast',
    evidence: [
      {
        metric: 'small side',
        unit: 'bytes',
        compared_with: `${formatBytes(SMALL_BYTES)}, the default broadcast threshold`,
        sql: size(row.small_node),
      },
      {
        metric: 'large side that was shuffled to meet it',
        unit: 'bytes',
        compared_with:
          row.small_bytes > 0
            ? `${formatRatio(row.large_bytes / row.small_bytes)} as large`
            : 'the small side was empty',
        sql: size(row.large_node),
      },
      {
        metric: 'join',
        unit: 'text',
        sql: `SELECT left(detail, 200) FROM last_plan WHERE execution_id = ${row.execution_id} AND node_id = ${row.node_id}`,
      },
    ],
  };
}

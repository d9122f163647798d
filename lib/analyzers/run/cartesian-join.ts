import { formatCount } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * A join without an equality in its condition compares every row of one side with every row of the other
 * (BroadcastNestedLoopJoin, CartesianProduct). The number of pairs is the product of the sides.
 */

/** A million pairs: one core compares them in a fraction of a second. */
const MIN_PAIRS = 1_000_000;
/** A side of one or two rows (a single total, a date range) is no product. */
const MIN_SIDE_ROWS = 10;

interface Row {
  readonly execution_id: number;
  readonly node_id: number;
  readonly name: string;
  readonly left_node: number;
  readonly left_rows: number;
  readonly right_node: number;
  readonly right_rows: number;
  readonly stage_ms: number;
  readonly stages: readonly string[] | null;
}

/**
 * The rows of a side are those of the nearest operator below that counts rows. Under a CartesianProduct a side’s
 * counter includes every recomputation, so the pairs are an upper bound there.
 */
const SQL = `
WITH RECURSIVE joins AS (
  SELECT execution_id, node_id, name, stage_ids FROM last_plan
  WHERE name LIKE 'BroadcastNestedLoopJoin%' OR name LIKE 'CartesianProduct%'
),
sides AS (
  SELECT c.execution_id, j.node_id AS join_node, c.node_id, c.output_rows,
    row_number() OVER (PARTITION BY j.execution_id, j.node_id ORDER BY c.node_id) AS side
  FROM joins j JOIN last_plan c ON c.execution_id = j.execution_id AND c.parent_node_id = j.node_id
),
walk AS (
  SELECT execution_id, join_node, side, node_id, output_rows FROM sides
  UNION ALL
  SELECT w.execution_id, w.join_node, w.side, c.node_id, c.output_rows
  FROM walk w JOIN last_plan c ON c.execution_id = w.execution_id AND c.parent_node_id = w.node_id
  WHERE w.output_rows IS NULL
),
counted AS (
  SELECT execution_id, join_node, side, arg_max(node_id, output_rows) AS rows_node, max(output_rows) AS rows
  FROM walk WHERE output_rows IS NOT NULL GROUP BY ALL
)
SELECT j.execution_id, j.node_id, j.name,
  l.rows_node AS left_node, l.rows AS left_rows, r.rows_node AS right_node, r.rows AS right_rows,
  coalesce(max(s.stage_ms), 0) AS stage_ms,
  list(DISTINCT s.stage) FILTER (s.stage IS NOT NULL) AS stages
FROM joins j
JOIN counted l ON l.execution_id = j.execution_id AND l.join_node = j.node_id AND l.side = 1
JOIN counted r ON r.execution_id = j.execution_id AND r.join_node = j.node_id AND r.side = 2
LEFT JOIN stage_runs s ON list_contains(j.stage_ids, s.stage_id)
WHERE l.rows * r.rows >= ${MIN_PAIRS} AND least(l.rows, r.rows) >= ${MIN_SIDE_ROWS}
GROUP BY ALL
ORDER BY stage_ms DESC`;

export const cartesianJoin: Detector = {
  id: 'cartesian-join',
  title: (found) =>
    found.length === 1
      ? `Every row compared with every row in ${found[0].where}`
      : `${found.length} joins compare every row with every row`,
  whyItMatters:
    'The work grows with the product of both sides: twice the data on each side is four times the work.',
  options: [
    {
      action:
        'Add an equality to the condition, such as a bucket of the range (day, hour, geohash), and keep the rest as a filter.',
      trade_off: 'Rows near a bucket’s edge must be looked up in two buckets.',
      avoid_when: 'There is no common quantity to bucket by.',
    },
    {
      action: 'Reduce a side before the join: filter, deduplicate, aggregate.',
      trade_off: 'Changes the query.',
      avoid_when: 'All rows are really needed.',
    },
    {
      action:
        'Check that the join condition is what was meant: a wrong column or an OR can lose the equality.',
      trade_off: 'None.',
      avoid_when: 'The product is wanted.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasSql) return notApplicable('The log has no SQL plans.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.stage_ms, run)).map(toFinding);
    return findings(
      found,
      `No join that matters compared ${formatCount(MIN_PAIRS)} pairs of rows or more without an equality.`,
    );
  },
};

function toFinding(row: Row): Finding {
  const rows = (node: number) =>
    `SELECT output_rows::BIGINT FROM last_plan WHERE execution_id = ${row.execution_id} AND node_id = ${node}`;
  const product = row.name.startsWith('CartesianProduct');
  return {
    cause: `${row.name} ${row.execution_id}`,
    where: `SQL execution ${row.execution_id} (${row.name})`,
    stages: row.stages ?? [],
    sqlExecutions: [row.execution_id],
    impact: { lower_ms: 0, upper_ms: row.stage_ms },
    confidence: product ? 'medium' : 'high',
    whyConfidence: product
      ? 'the operator is certain; its row counts include rows that were computed more than once'
      : 'the operator and the rows of both sides are in the log',
    evidence: [
      { metric: 'rows of one side', unit: 'records', sql: rows(row.left_node) },
      { metric: 'rows of the other side', unit: 'records', sql: rows(row.right_node) },
      {
        metric: 'pairs compared at most',
        unit: 'count',
        compared_with: `${formatCount(row.left_rows)} x ${formatCount(row.right_rows)}`,
        sql: `SELECT (${rows(row.left_node)})::DOUBLE * (${rows(row.right_node)})`,
      },
    ],
  };
}

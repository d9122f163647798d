import { formatBytes, formatCount, formatMs } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { inStages, stageLabel, stageRow } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * All rows go through one task, because an operator asks for a single partition: a window without PARTITION BY, a
 * global sort or aggregation in one place. Spark plans it as an exchange to SinglePartition.
 */

/** One core sorts or aggregates so many rows in well under a second: below there is nothing to divide. */
const MIN_RECORDS = 100_000;
/**
 * Few rows can hold much: each of collect_set or percentile is a whole collection. A quarter of the 64 MiB that
 * adaptive execution makes a partition of (spark.sql.adaptive.advisoryPartitionSizeInBytes).
 */
const MIN_BYTES = 16 * 1024 * 1024;

interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly execution_id: number;
  readonly stage_ms: number;
  readonly records: number;
  readonly bytes: number;
  readonly operator: string;
}

/**
 * The operator above the exchange is the one that asks for the single partition. A limit stops reading before the task
 * has reported what it read, so the bytes that were written for it count as well.
 */
const SQL = `
SELECT
  r.stage, r.stage_id, r.attempt_id, r.name, e.execution_id, r.stage_ms, r.records,
  greatest(r.bytes, coalesce(e.shuffle_bytes, 0))::BIGINT AS bytes,
  coalesce((
    SELECT c.name FROM last_plan c
    WHERE c.execution_id = e.execution_id AND list_contains(c.stage_ids, r.stage_id)
      AND (c.name LIKE 'Window%' OR c.name LIKE 'Sort%' OR c.name LIKE '%Aggregate%' OR c.name LIKE '%Limit%' OR c.name LIKE '%Join%')
    ORDER BY c.name LIKE 'Window%' DESC, c.name LIKE '%Aggregate%' DESC, c.node_id
    LIMIT 1
  ), 'an operator') AS operator
FROM stage_runs r
JOIN last_plan e ON e.name LIKE '%Exchange%' AND e.detail LIKE '%SinglePartition%' AND list_contains(e.stage_ids, r.stage_id)
WHERE r.tasks_ok = 1
  AND (r.records >= ${MIN_RECORDS} OR greatest(r.bytes, coalesce(e.shuffle_bytes, 0)) >= ${MIN_BYTES})
  AND r.stage_id = (SELECT max(s) FROM (SELECT unnest(e.stage_ids) AS s))
ORDER BY r.stage_ms DESC`;

export const singlePartitionStage: Detector = {
  id: 'single-partition-stage',
  title: (found) => `All rows in a single task ${inStages(found)}`,
  whyItMatters: 'One core does the whole work of the stage, whatever the size of the cluster.',
  options: [
    {
      action:
        'Give the window a PARTITION BY, or compute it from partial results (rank within groups, then join).',
      trade_off: 'Changes the query; the result must mean the same.',
      avoid_when: 'A global order is really what is asked for.',
    },
    {
      action:
        'Sort without collecting into one partition: orderBy uses a range exchange; take only the first n with limit.',
      trade_off: 'The sorted output has several files.',
      avoid_when: 'A single sorted file is required.',
    },
    {
      action:
        'For row numbers use monotonically_increasing_id or zipWithIndex instead of row_number over everything.',
      trade_off: 'Ids are not consecutive, or one more job counts the partitions.',
      avoid_when: 'Consecutive numbers in a given order are needed.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    if (!run.hasSql) return notApplicable('The log has no SQL plans.');
    const rows = await query<Row>(SQL);
    const found = rows
      .filter((row) => isNoticeable(row.stage_ms, run))
      .map((row) => toFinding(row, run.slots));
    return findings(
      found,
      `No stage that matters put ${formatCount(MIN_RECORDS)} rows or ${formatBytes(MIN_BYTES)} through one task for a single partition.`,
    );
  },
};

function toFinding(row: Row, slots: number): Finding {
  return {
    cause: row.name ?? row.stage,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: [row.execution_id],
    impact: { lower_ms: 0, upper_ms: slots > 1 ? row.stage_ms * (1 - 1 / slots) : row.stage_ms },
    confidence: 'high',
    whyConfidence: `the plan has an exchange to SinglePartition below ${row.operator}`,
    evidence: [
      {
        metric: 'records that went through the one task',
        unit: 'records',
        sql: `SELECT records FROM stage_runs WHERE ${stageRow(row)}`,
      },
      {
        metric: 'bytes shuffled for it',
        unit: 'bytes',
        sql: `SELECT max(greatest(r.bytes, coalesce(e.shuffle_bytes, 0)))::BIGINT FROM stage_runs r JOIN last_plan e ON list_contains(e.stage_ids, r.stage_id) WHERE r.${stageRow(row).replace(' AND ', ' AND r.')} AND e.execution_id = ${row.execution_id} AND e.name LIKE '%Exchange%' AND e.detail LIKE '%SinglePartition%'`,
      },
      {
        metric: 'duration of the stage',
        unit: 'ms',
        compared_with: `${formatCount(slots)} slots were there; ${formatMs(row.stage_ms)} ran on one`,
        sql: `SELECT stage_ms FROM stage_runs WHERE ${stageRow(row)}`,
      },
      {
        metric: 'operator that asks for it',
        unit: 'text',
        sql: `SELECT any_value(detail) FROM last_plan WHERE execution_id = ${row.execution_id} AND name LIKE '%Exchange%' AND detail LIKE '%SinglePartition%' AND list_contains(stage_ids, ${row.stage_id})`,
      },
    ],
  };
}

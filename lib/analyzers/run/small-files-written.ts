import { formatBytes, formatCount } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { MIN_FILES, SMALL_BYTES } from './small-files-read.ts';
import { isNoticeable } from './thresholds.ts';

/** A write made many files that are far smaller than a reader wants. */
interface Row {
  readonly execution_id: number;
  readonly node_id: number;
  readonly files: number;
  readonly bytes: number;
  readonly partitions: number | null;
  readonly commit_ms: number;
  readonly write_ms: number;
  readonly stages: readonly string[] | null;
}

/** The write took its stage and the commit of all files afterwards. */
const SQL = `
WITH writes AS (
  SELECT p.execution_id, p.node_id, p.stage_ids, p.files_written AS files, p.written_bytes AS bytes,
    max(m.total) FILTER (m.name = 'number of dynamic part') AS partitions,
    coalesce(max(m.total) FILTER (m.name = 'job commit time'), 0) AS commit_ms
  FROM last_plan p
  JOIN plan_nodes n ON n.is_last AND n.execution_id = p.execution_id AND n.node_id = p.node_id
  JOIN plan_metrics m ON m.execution_id = n.execution_id AND m.plan_version = n.plan_version AND m.node_id = n.node_id
  WHERE p.files_written >= ${MIN_FILES} AND p.written_bytes < ${SMALL_BYTES} * p.files_written
  GROUP BY ALL
),
wrote AS (
  SELECT t.stage_id, t.stage_attempt_id, max(finish_time) - min(launch_time) AS ms
  FROM tasks t WHERE output_records > 0 GROUP BY ALL
)
SELECT w.* EXCLUDE (stage_ids),
  coalesce(max(wrote.ms), 0) AS write_ms,
  list(DISTINCT s.stage_id || '.' || s.attempt_id) FILTER (wrote.ms IS NOT NULL) AS stages
FROM writes w
LEFT JOIN stages s ON s.sql_execution_id = w.execution_id
LEFT JOIN wrote ON wrote.stage_id = s.stage_id AND wrote.stage_attempt_id = s.attempt_id
GROUP BY ALL
ORDER BY files DESC`;

export const smallFilesWritten: Detector = {
  id: 'small-files-written',
  title: (found) =>
    found.length === 1
      ? `Many small files written by ${found[0].where}`
      : `Many small files written by ${found.length} writes`,
  whyItMatters: 'Each file costs time to create and commit, and every later reader pays for opening it.',
  options: [
    {
      action:
        'Repartition by the table’s partition columns before the write, so that each directory gets one file or few.',
      trade_off: 'A shuffle, and large directories are written by one task each.',
      avoid_when: 'One partition value holds most of the data: add a salt or use rebalance hints.',
    },
    {
      action: 'Use REBALANCE or AQE’s partition joining before the write.',
      trade_off: 'Adds a shuffle of the written data.',
      avoid_when: 'The data is already laid out as wanted.',
    },
    {
      action: 'Compact afterwards on a schedule.',
      trade_off: 'The data is written twice.',
      avoid_when: 'Nobody reads the files in between and the writer can be changed.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasSql)
      return notApplicable('The log has no SQL plans, and only those tell the number of files.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.write_ms + row.commit_ms, run)).map(toFinding);
    return findings(
      found,
      `No write that matters made ${MIN_FILES} files or more that are on average under ${formatBytes(SMALL_BYTES)}.`,
    );
  },
};

function toFinding(row: Row): Finding {
  const metric = (name: string) =>
    `SELECT max(total)::BIGINT FROM plan_metrics m JOIN plan_nodes n USING (execution_id, plan_version, node_id) WHERE n.is_last AND execution_id = ${row.execution_id} AND node_id = ${row.node_id} AND m.name = '${name}'`;
  const perPartition = row.partitions
    ? `; ${formatCount(row.files / row.partitions)} for each of ${formatCount(row.partitions)} directories`
    : '';
  return {
    cause: 'written files',
    where: `SQL execution ${row.execution_id}`,
    stages: row.stages ?? [],
    sqlExecutions: [row.execution_id],
    impact: { lower_ms: row.commit_ms, upper_ms: row.write_ms + row.commit_ms },
    confidence: 'high',
    whyConfidence: 'Spark counted the files and their bytes',
    evidence: [
      {
        metric: 'files written',
        unit: 'files',
        compared_with: `${formatBytes(row.bytes / row.files)} each on average${perPartition}`,
        sql: metric('number of written files'),
      },
      { metric: 'bytes written', unit: 'bytes', sql: metric('written output') },
      {
        metric: 'time to commit the job',
        unit: 'ms',
        sql: `SELECT coalesce(max(total), 0)::BIGINT FROM plan_metrics WHERE execution_id = ${row.execution_id} AND name = 'job commit time'`,
      },
    ],
  };
}

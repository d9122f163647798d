import { formatBytes, formatMs, plural } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { stageLabel, stageRow, tasksOf } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * A scan opened many files that are far smaller than a partition: opening costs more than reading. SQL scans count their
 * files. An RDD's stage does not, but it makes one task at least for each file (Hadoop's getSplits), so that many tasks
 * that each read next to nothing point at small files.
 */

/** Fewer files than this cannot cost much, whatever their size. */
export const MIN_FILES = 100;
/** Spark counts each file as 4 MiB more than it is (spark.sql.files.openCostInBytes): below that, opening dominates. */
export const SMALL_BYTES = 4 * 1024 * 1024;

interface Scan {
  readonly execution_id: number;
  readonly node_id: number;
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly stage_ms: number;
  readonly stages: readonly string[] | null;
}

const SCANS = `
SELECT
  p.execution_id, p.node_id, p.name, p.files_read AS files, p.files_read_bytes AS bytes,
  coalesce(max(r.stage_ms), 0) AS stage_ms,
  list(DISTINCT r.stage) FILTER (r.stage IS NOT NULL) AS stages
FROM last_plan p
LEFT JOIN stage_runs r ON list_contains(p.stage_ids, r.stage_id)
WHERE p.files_read >= ${MIN_FILES} AND p.files_read_bytes < ${SMALL_BYTES} * p.files_read
GROUP BY ALL
ORDER BY stage_ms DESC`;

interface Stage {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly stage_ms: number;
  readonly readers: number;
  readonly bytes: number;
}

/** What a task reads from a cached RDD is reported as input too: stages over one are left out. */
const RDD_STAGES = `
WITH readers AS (
  SELECT stage_id, stage_attempt_id AS attempt_id, count(*) AS readers, sum(input_bytes)::BIGINT AS bytes
  FROM tasks
  WHERE status = 'SUCCESS' AND input_bytes > 0
  GROUP BY ALL
  HAVING count(*) >= ${MIN_FILES} AND sum(input_bytes) < ${SMALL_BYTES} * count(*)
)
SELECT r.stage, stage_id, attempt_id, r.name, r.stage_ms, c.readers, c.bytes
FROM readers c
JOIN stage_runs r USING (stage_id, attempt_id)
JOIN stages s USING (stage_id, attempt_id)
WHERE r.sql_execution_id IS NULL AND NOT EXISTS (FROM cached_rdds k WHERE list_contains(s.rdd_ids, k.rdd_id))
ORDER BY stage_ms DESC`;

export const smallFilesRead: Detector = {
  id: 'small-files-read',
  title: (found) =>
    found.length === 1
      ? `Many small files read by ${found[0].where}`
      : `Many small files read in ${found.length} scans`,
  whyItMatters: 'Listing, opening and reading the footer of each file costs more than its few bytes.',
  options: [
    {
      action:
        'Compact the source into files of 128 MB or so (OPTIMIZE, rewrite data files, or a small repartition job).',
      trade_off: 'A job of its own, and it must run again as new files come.',
      avoid_when: 'The data is read once only.',
    },
    {
      action: 'Write fewer files where they are made: repartition by the partition columns before the write.',
      trade_off: 'A shuffle in the writing job.',
      avoid_when: 'The writer is a stream that must commit every few seconds.',
    },
    {
      action: 'Partition the table by a coarser column.',
      trade_off: 'Filters on the finer column skip less.',
      avoid_when: 'Queries depend on the fine partitions.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const scans = run.hasSql ? await query<Scan>(SCANS) : [];
    const stages = await query<Stage>(RDD_STAGES);
    const found = [...scans.map(ofScan), ...stages.map(ofStage)];
    return findings(
      found.filter(({ impact }) => isNoticeable(impact.upper_ms, run)),
      `No scan that matters read ${MIN_FILES} files or more that are on average under ${formatBytes(SMALL_BYTES)}.`,
    );
  },
};

function ofScan(row: Scan): Finding {
  const metric = (name: string) =>
    `SELECT max(total)::BIGINT FROM plan_metrics m JOIN plan_nodes n USING (execution_id, plan_version, node_id) WHERE n.is_last AND execution_id = ${row.execution_id} AND node_id = ${row.node_id} AND m.name IN (${name})`;
  return {
    cause: 'source files',
    where: `${row.name.trim()} of SQL execution ${row.execution_id}`,
    stages: row.stages ?? [],
    sqlExecutions: [row.execution_id],
    impact: { lower_ms: 0, upper_ms: row.stage_ms },
    confidence: 'high',
    whyConfidence:
      'Spark counted the files and their bytes; the time of the scan stage holds more than opening files',
    evidence: [
      {
        metric: 'files read',
        unit: 'files',
        compared_with: `${formatBytes(row.bytes / row.files)} each on average`,
        sql: metric("'number of files read', 'number of files'"),
      },
      {
        metric: 'size of the files',
        unit: 'bytes',
        compared_with: wouldHoldIt(row.bytes),
        sql: metric("'size of files read'"),
      },
      {
        metric: 'longest stage that scanned them',
        unit: 'ms',
        compared_with: formatMs(row.stage_ms),
        sql: `SELECT max(r.stage_ms) FROM last_plan p JOIN stage_runs r ON list_contains(p.stage_ids, r.stage_id) WHERE p.execution_id = ${row.execution_id} AND p.node_id = ${row.node_id}`,
      },
    ],
  };
}

function wouldHoldIt(bytes: number): string {
  return `${plural(Math.ceil(bytes / (128 * 1024 * 1024)), 'partition')} of 128 MiB would hold it`;
}

function ofStage(row: Stage): Finding {
  const readers = `FROM tasks WHERE ${tasksOf(row)} AND input_bytes > 0`;
  return {
    cause: 'source files',
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: [],
    impact: { lower_ms: 0, upper_ms: row.stage_ms },
    confidence: 'medium',
    whyConfidence: 'each task read next to nothing; an RDD does not report how many files those were',
    evidence: [
      {
        metric: 'tasks that read input',
        unit: 'tasks',
        compared_with: `${formatBytes(row.bytes / row.readers)} each on average`,
        sql: `SELECT count(*) ${readers}`,
      },
      {
        metric: 'input read by them',
        unit: 'bytes',
        compared_with: wouldHoldIt(row.bytes),
        sql: `SELECT sum(input_bytes)::BIGINT ${readers}`,
      },
      {
        metric: 'duration of the stage',
        unit: 'ms',
        sql: `SELECT stage_ms FROM stage_runs WHERE ${stageRow(row)}`,
      },
    ],
  };
}

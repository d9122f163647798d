import { formatBytes, formatCount, formatMs } from '#lib/base/format.ts';
import { type Detector, type EvidenceQuery, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel, tasksOf } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * One task of a stage has far more data than its siblings and takes far longer. Time alone is a straggler; only with
 * the data beside it is it skew. Records and bytes are both looked at, because Spark 4.3 counts almost no bytes for
 * Parquet scans, and PySpark's groupByKey shows almost no records.
 */

/** Below four tasks there is no typical task to compare with. */
const MIN_TASKS = 4;
/** Twice as long as three quarters of the tasks: no ordinary spread, and half the stage could be waiting. */
const TIMES_P75 = 2;
const TIMES_MEDIAN = 2.5;
/** Three times the data: AQE's own rule wants five, but also splits by size; below three, time has other causes. */
const TIMES_DATA = 3;

interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly tasks_ok: number;
  readonly median_ms: number;
  readonly max_ms: number;
  readonly tail_ms: number;
  readonly median_records: number;
  readonly slowest_records: number;
  readonly median_bytes: number;
  readonly slowest_bytes: number;
}

const SQL = `
SELECT stage, stage_id, attempt_id, name, sql_execution_id, tasks_ok, median_ms, max_ms, tail_ms,
       median_records, slowest_records, median_bytes, slowest_bytes
FROM stage_runs
WHERE tasks_ok >= ${MIN_TASKS}
  AND max_ms >= ${TIMES_P75} * p75_ms
  AND max_ms >= ${TIMES_MEDIAN} * median_ms
  AND ((slowest_records > 0 AND slowest_records >= ${TIMES_DATA} * median_records)
    OR (slowest_bytes > 0 AND slowest_bytes >= ${TIMES_DATA} * median_bytes))
ORDER BY max_ms - median_ms DESC`;

export const taskSkew: Detector = {
  id: 'task-skew',
  title: (found) => `Task skew ${inStages(found)}`,
  whyItMatters:
    'Everything after the stage waits for its largest task, while the other slots have nothing left to do.',
  options: [
    {
      action:
        'Let adaptive execution split the partition: spark.sql.adaptive.skewJoin.enabled, with a threshold below the size seen here.',
      trade_off: 'Works for joins only; the other side is read once for each piece.',
      avoid_when: 'The stage is an aggregation or a window: AQE does not split those.',
    },
    {
      action:
        'Salt the key: add a small random number to the hot key on one side and replicate the other side.',
      trade_off: 'More code, one more shuffle column, and the replicated side grows by the number of salts.',
      avoid_when:
        'The other side is large, or the hot key is a placeholder such as NULL that can be filtered out first.',
    },
    {
      action:
        'Handle the hot key on its own: filter it out, process it with a broadcast, and union the parts.',
      trade_off: 'Two code paths to maintain; the hot key must be known.',
      avoid_when: 'The hot keys change from run to run.',
    },
    {
      action:
        'For skewed input files: use a splittable format or compression, or repartition right after reading.',
      trade_off: 'Repartitioning adds a shuffle of the whole input.',
      avoid_when: 'The read is cheap compared with what follows.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.max_ms - row.median_ms, run)).map(toFinding);
    return findings(
      found,
      'No stage has a task that takes far longer than the others and has far more data.',
    );
  },
};

function toFinding(row: Row): Finding {
  const byRecords = row.slowest_records >= TIMES_DATA * row.median_records && row.slowest_records > 0;
  const byBytes = row.slowest_bytes >= TIMES_DATA * row.median_bytes && row.slowest_bytes > 0;
  const slowest = `${tasksOf(row)} ORDER BY coalesce(duration, 0) DESC LIMIT 1`;
  const evidence: [EvidenceQuery, ...EvidenceQuery[]] = [
    {
      metric: 'longest task',
      unit: 'ms',
      compared_with: `median ${formatMs(row.median_ms)} of ${formatCount(row.tasks_ok)} tasks`,
      sql: `SELECT duration FROM tasks WHERE ${slowest}`,
    },
  ];
  if (byRecords) {
    evidence.push({
      metric: 'records it read',
      unit: 'records',
      compared_with: `median ${formatCount(row.median_records)}`,
      sql: `SELECT input_records + shuffle_read_records FROM tasks WHERE ${slowest}`,
    });
  }
  if (byBytes) {
    evidence.push({
      metric: 'bytes it read',
      unit: 'bytes',
      compared_with: `median ${formatBytes(row.median_bytes)}`,
      sql: `SELECT input_bytes + shuffle_read_bytes FROM tasks WHERE ${slowest}`,
    });
  }
  const sure = byRecords && byBytes;
  return {
    cause: row.name ?? row.stage,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: row.tail_ms, upper_ms: row.max_ms - row.median_ms },
    confidence: sure ? 'high' : 'medium',
    whyConfidence: sure
      ? `time, records and bytes of the slowest task all stand out among ${formatCount(row.tasks_ok)} tasks`
      : `time and ${byRecords ? 'records' : 'bytes'} of the slowest task stand out, ${byRecords ? 'bytes' : 'records'} do not`,
    evidence,
  };
}

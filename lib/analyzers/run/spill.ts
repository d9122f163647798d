import { formatBytes, formatCount, plural } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * Sorts, joins and aggregations wrote data to disk because their share of execution memory was full, and read it
 * again. Any spill counts; how much it matters follows from the time of the tasks that spilled.
 */
interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly stage_ms: number;
  readonly tasks: number;
  readonly spilling: number;
  readonly spilling_share: number;
  readonly memory_bytes: number;
  readonly disk_bytes: number;
  readonly largest_disk_bytes: number;
}

const SQL = `
SELECT
  r.stage, r.stage_id, r.attempt_id, any_value(r.name) AS name, any_value(r.sql_execution_id) AS sql_execution_id,
  any_value(r.stage_ms) AS stage_ms,
  count(*) AS tasks,
  count(*) FILTER (disk_bytes_spilled > 0 OR memory_bytes_spilled > 0) AS spilling,
  sum(executor_run_time) FILTER (disk_bytes_spilled > 0 OR memory_bytes_spilled > 0) / greatest(sum(executor_run_time), 1) AS spilling_share,
  sum(memory_bytes_spilled)::BIGINT AS memory_bytes,
  sum(disk_bytes_spilled)::BIGINT AS disk_bytes,
  max(disk_bytes_spilled) AS largest_disk_bytes
FROM stage_runs r
JOIN tasks t ON t.stage_id = r.stage_id AND t.stage_attempt_id = r.attempt_id
GROUP BY r.stage, r.stage_id, r.attempt_id
HAVING disk_bytes > 0 OR memory_bytes > 0
ORDER BY disk_bytes DESC`;

export const spill: Detector = {
  id: 'spill',
  title: (found) => `Spill to disk ${inStages(found)}`,
  whyItMatters: 'Data that does not fit the task’s execution memory is written to local disk and read back.',
  options: [
    {
      action:
        'Make partitions smaller: more shuffle partitions (spark.sql.shuffle.partitions), or a lower advisory size for AQE.',
      trade_off: 'More tasks with their overhead, more small shuffle blocks.',
      avoid_when: 'A few skewed tasks spill: more partitions do not split one hot key.',
    },
    {
      action: 'Give each task more memory: more executor memory, or fewer cores per executor.',
      trade_off: 'Costs memory or parallelism for the whole run.',
      avoid_when: 'Only a short stage spills.',
    },
    {
      action:
        'Carry less data: select fewer columns before the shuffle, aggregate earlier, broadcast the small side.',
      trade_off: 'Changes the code.',
      avoid_when: 'All columns are needed and nothing can be reduced before.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.stage_ms * row.spilling_share, run)).map(toFinding);
    const small = rows.length - found.length;
    return findings(
      found,
      small > 0
        ? `${plural(small, 'stage')} spilled, but in tasks that take less than 5 % of the run or less than 1 s.`
        : 'No task spilled.',
    );
  },
};

function toFinding(row: Row): Finding {
  const where = `FROM tasks WHERE stage_id = ${row.stage_id} AND stage_attempt_id = ${row.attempt_id}`;
  return {
    cause: row.name ?? row.stage,
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    // What share of the tasks' time went into spilling is not in the log: from nothing to all of it.
    impact: { lower_ms: 0, upper_ms: row.stage_ms * row.spilling_share },
    confidence: 'high',
    whyConfidence: 'Spark counts spilled bytes itself; how much time they cost is not in the log',
    evidence: [
      {
        metric: 'spilled to disk',
        unit: 'bytes',
        compared_with: `${formatBytes(row.memory_bytes)} in memory before it was written`,
        sql: `SELECT sum(disk_bytes_spilled)::BIGINT ${where}`,
      },
      {
        metric: 'tasks that spilled',
        unit: 'tasks',
        compared_with: `${formatCount(row.tasks)} tasks`,
        sql: `SELECT count(*) ${where} AND (disk_bytes_spilled > 0 OR memory_bytes_spilled > 0)`,
      },
      {
        metric: 'largest spill of one task',
        unit: 'bytes',
        sql: `SELECT max(disk_bytes_spilled) ${where}`,
      },
    ],
  };
}

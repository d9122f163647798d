import { formatMs, formatShare } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { executionOf, inStages, stageLabel } from './stage-finding.ts';
import { isNoticeable } from './thresholds.ts';

/**
 * Tasks spent a large part of their time in garbage collection. The metric is the GC time of the whole JVM while the
 * task ran, so tasks that share a JVM all count the same pause; as a share of their time it is still right.
 */

/** A fifth: ordinary jobs stay below a tenth, and collectors are tuned for that. */
const GC_SHARE = 0.2;

interface Row {
  readonly stage: string;
  readonly stage_id: number;
  readonly attempt_id: number;
  readonly name: string | null;
  readonly sql_execution_id: number | null;
  readonly stage_ms: number;
  readonly task_ms: number;
  readonly gc_share: number;
}

/** Tasks that failed count too: the one that died of memory is the one that collected most. */
const SQL = `
SELECT
  r.stage, r.stage_id, r.attempt_id, any_value(r.name) AS name, any_value(r.sql_execution_id) AS sql_execution_id,
  any_value(r.stage_ms) AS stage_ms,
  sum(coalesce(t.duration, 0))::BIGINT AS task_ms,
  sum(t.jvm_gc_time) / greatest(sum(coalesce(t.duration, 0)), 1) AS gc_share
FROM stage_runs r
JOIN tasks t ON t.stage_id = r.stage_id AND t.stage_attempt_id = r.attempt_id
WHERE t.status IN ('SUCCESS', 'FAILED')
GROUP BY r.stage, r.stage_id, r.attempt_id
HAVING gc_share >= ${GC_SHARE}
ORDER BY gc_share * any_value(r.stage_ms) DESC`;

export const gcPressure: Detector = {
  id: 'gc-pressure',
  title: (found) => `Garbage collection takes much of the task time ${inStages(found)}`,
  whyItMatters: 'While the JVM collects garbage no task of that executor makes progress.',
  options: [
    {
      action: 'Give executors more memory, or run fewer tasks at once in each.',
      trade_off: 'Costs memory or parallelism for the whole run.',
      avoid_when: 'The heap is already large: very large heaps pause longer.',
    },
    {
      action:
        'Keep fewer objects alive: cache serialized or less, use DataFrame functions instead of objects, shrink rows early.',
      trade_off: 'Changes the code; serialized caching costs CPU when reading.',
      avoid_when: 'The memory is needed by the algorithm itself.',
    },
    {
      action: 'Make partitions smaller, so that each task holds less at a time.',
      trade_off: 'More tasks.',
      avoid_when: 'Cached data, not tasks, fills the heap.',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const rows = await query<Row>(SQL);
    const found = rows.filter((row) => isNoticeable(row.stage_ms * row.gc_share, run)).map(toFinding);
    return findings(
      found,
      `No stage that matters spent ${formatShare(GC_SHARE)} of its task time in garbage collection.`,
    );
  },
};

function toFinding(row: Row): Finding {
  const where = `FROM tasks WHERE stage_id = ${row.stage_id} AND stage_attempt_id = ${row.attempt_id} AND status IN ('SUCCESS', 'FAILED')`;
  const share = Math.min(1, row.gc_share);
  return {
    cause: 'heap',
    where: stageLabel(row),
    stages: [row.stage],
    sqlExecutions: executionOf(row),
    impact: { lower_ms: (row.stage_ms * share) / 2, upper_ms: row.stage_ms * share },
    confidence: 'high',
    whyConfidence: 'Spark reports the JVM’s own GC time for each task',
    evidence: [
      {
        metric: 'share of task time in garbage collection',
        unit: 'share',
        compared_with: `${formatShare(GC_SHARE)} and more is pressure`,
        sql: `SELECT sum(jvm_gc_time) / sum(duration) ${where}`,
      },
      {
        metric: 'garbage collection, summed over tasks',
        unit: 'ms',
        compared_with: `${formatMs(row.task_ms)} of task time`,
        sql: `SELECT sum(jvm_gc_time)::BIGINT ${where}`,
      },
    ],
  };
}

import { formatCount } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';

/**
 * Executors that went away while there was work: killed, out of memory, unreachable. Those that Spark itself let go
 * (idle under dynamic allocation, decommissioned, the end of the application) are not lost.
 */

/** Reasons that Spark gives when it or the cluster manager let the executor go on purpose. */
const ON_PURPOSE =
  'killed by driver|idle|decommission|no longer needed|scale.?down|preempt.*graceful|SparkContext|application (has )?(finished|ended|stopped)|exit(ed)? with code 0\\b|shutdown';

interface Row {
  readonly executor_id: string;
  readonly remove_reason: string | null;
  readonly failed_tasks: number;
  readonly lost_ms: number;
}

const SQL = `
SELECT
  e.executor_id, e.remove_reason,
  count(t.task_id) AS failed_tasks,
  coalesce(sum(coalesce(t.duration, 0)), 0)::BIGINT AS lost_ms
FROM executors e
LEFT JOIN tasks t ON t.executor_id = e.executor_id AND t.end_reason = 'ExecutorLostFailure'
CROSS JOIN run_window w
WHERE e.remove_time IS NOT NULL
  AND e.remove_time < w.window_end
  AND NOT regexp_matches(coalesce(e.remove_reason, ''), '${ON_PURPOSE}', 'i')
GROUP BY ALL
ORDER BY lost_ms DESC, e.executor_id`;

export const executorLost: Detector = {
  id: 'executor-lost',
  title: (found) =>
    found.length === 1 ? `Executor lost: ${found[0].where}` : `${found.length} executors lost`,
  whyItMatters: 'Its running tasks start again elsewhere, and its shuffle output and cached data are gone.',
  options: [
    {
      action:
        'Read the reason below and the executor’s own log: exit code 137 is a kill from outside (often memory of the container), 52 is out of heap.',
      trade_off: 'Costs a person’s time.',
      avoid_when: 'The cluster takes machines away on purpose.',
    },
    {
      action:
        'Give the container more room outside the heap: spark.executor.memoryOverhead, or fewer Python workers per executor.',
      trade_off: 'Less memory for others.',
      avoid_when: 'The executor was not killed for memory.',
    },
    {
      action: 'Use decommissioning with block migration where machines leave with notice.',
      trade_off: 'Migration takes network and time.',
      avoid_when: 'Machines vanish without notice.',
    },
  ],
  async detect({ query, run }) {
    const [any] = await query<{ n: number }>(
      "SELECT count(*) AS n FROM executors WHERE executor_id <> 'driver'",
    );
    if ((any?.n ?? 0) === 0)
      return notApplicable('Local mode: the driver runs the tasks, there is no executor to lose.');
    const rows = await query<Row>(SQL);
    return findings(
      rows.map((row) => toFinding(row, Math.max(1, run.slots))),
      'No executor went away while there was work.',
    );
  },
};

function toFinding(row: Row, slots: number): Finding {
  const id = row.executor_id.replaceAll("'", "''");
  return {
    cause: 'lost executors',
    where: `executor ${row.executor_id}`,
    stages: [],
    sqlExecutions: [],
    impact: { lower_ms: row.lost_ms / slots, upper_ms: row.lost_ms },
    confidence: row.remove_reason ? 'high' : 'medium',
    whyConfidence: row.remove_reason
      ? 'the log gives the reason of the removal'
      : 'the log has the removal without a reason',
    evidence: [
      {
        metric: 'reason of the removal',
        unit: 'text',
        sql: `SELECT any_value(remove_reason) FROM executors WHERE executor_id = '${id}' AND remove_time IS NOT NULL`,
      },
      {
        metric: 'task attempts lost with it',
        unit: 'tasks',
        compared_with: formatCount(row.failed_tasks),
        sql: `SELECT count(*) FROM tasks WHERE executor_id = '${id}' AND end_reason = 'ExecutorLostFailure'`,
      },
    ],
  };
}

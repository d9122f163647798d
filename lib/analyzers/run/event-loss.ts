import { formatCount } from '#lib/base/format.ts';
import { type Detector, type Finding, findings, notApplicable } from './detector.ts';
import { countOf, type LedgerFact, ledgerFacts } from './ledger-finding.ts';

/**
 * Completed stages whose tasks do not all have an end in the log. Spark’s listener queue drops events when it is full
 * (spark.scheduler.listenerbus.eventqueue.capacity) and says so only in the driver’s own log.
 */
export const eventLoss: Detector = {
  id: 'event-loss',
  title: (found) =>
    `Events are missing ${found[0].stages.length === 1 ? `in stage ${found[0].stages[0]}` : 'in the log'}`,
  whyItMatters: 'Task counts, times and bytes of these stages are lower bounds, here and in Spark’s own UI.',
  options: [
    {
      action: 'Enlarge the queue: spark.scheduler.listenerbus.eventqueue.eventLog.capacity (default 10,000).',
      trade_off: 'Driver memory.',
      avoid_when: 'Lines were lost after Spark wrote them, by copying or cutting the file.',
    },
    {
      action: 'Make fewer, larger tasks: hundreds of thousands of short tasks are what fills the queue.',
      trade_off: 'Each task holds more data.',
      avoid_when: 'The driver is slow for other reasons (GC, little CPU).',
    },
  ],
  async detect({ query, run }) {
    if (!run.hasTasks) return notApplicable('The log has no tasks.');
    const facts = await ledgerFacts(query, ['task-ends-missing', 'task-starts-missing']);
    const [loss] = facts.filter((fact) => fact.fact === 'task-ends-missing');
    return findings(
      loss ? [toFinding(loss, facts)] : [],
      'Every completed stage has a successful end for each of its tasks.',
    );
  },
};

function toFinding(loss: LedgerFact, facts: readonly LedgerFact[]): Finding {
  const starts = facts.find((fact) => fact.fact === 'task-starts-missing');
  return {
    cause: 'lost events',
    where: 'the log',
    stages: loss.stages ?? [],
    sqlExecutions: [],
    impact: { lower_ms: 0, upper_ms: 0 },
    severity: 'medium',
    confidence: 'high',
    whyConfidence: 'Spark says how many tasks a stage had, and it completed; the ends are counted',
    evidence: [
      {
        metric: 'task ends missing in completed stages',
        unit: 'tasks',
        compared_with: loss.detail,
        sql: countOf('task-ends-missing'),
      },
      {
        metric: 'stages concerned',
        unit: 'count',
        sql: "SELECT count(*) FROM ledger WHERE fact = 'task-ends-missing'",
      },
      ...(starts
        ? [
            {
              metric: 'task starts missing',
              unit: 'tasks' as const,
              compared_with: formatCount(starts.count),
              sql: countOf('task-starts-missing'),
            },
          ]
        : []),
    ],
  };
}

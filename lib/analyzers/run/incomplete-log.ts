import type { Fact } from '#lib/tables/ledger-facts.ts';
import { type Detector, type Finding, findings } from './detector.ts';
import { countOf, type LedgerFact, ledgerFacts } from './ledger-finding.ts';

/** The log does not have the whole run: it was cut, parts are missing, lines are damaged, or Spark compacted it. */
const FACTS: readonly Fact[] = [
  'application-end-missing',
  'application-start-missing',
  'file-truncated',
  'file-corrupt',
  'unreadable-lines',
  'last-line-cut',
  'parts-missing',
  'compacted',
];

export const incompleteLog: Detector = {
  id: 'incomplete-log',
  title: () => 'The log does not have the whole run',
  whyItMatters: 'Figures below describe what is in the log; the run may have gone on, or begun earlier.',
  options: [
    {
      action: 'If the application is still running, drop its log again when it has ended.',
      trade_off: 'None.',
      avoid_when: 'It was killed: then this is all there is.',
    },
    {
      action:
        'Take all parts of a rolling log, from the History Server’s download or from the log directory itself.',
      trade_off: 'None.',
      avoid_when: 'Spark has already removed old parts (spark.history.fs.eventLog.rolling.maxFilesToRetain).',
    },
  ],
  async detect({ query }) {
    const facts = await ledgerFacts(query, FACTS);
    return findings(
      facts.length > 0 ? [toFinding(facts)] : [],
      'The log has the application’s start and end, and every line could be read.',
    );
  },
};

function toFinding(facts: readonly LedgerFact[]): Finding {
  const evidence = facts.map((fact) => ({
    metric: fact.fact.replaceAll('-', ' '),
    unit: 'count' as const,
    compared_with: fact.detail,
    sql: countOf(fact.fact),
  }));
  return {
    cause: 'log',
    where: 'the log',
    stages: [],
    sqlExecutions: [],
    impact: { lower_ms: 0, upper_ms: 0 },
    severity: facts.some((fact) => LOSSY.has(fact.fact)) ? 'medium' : 'low',
    confidence: 'high',
    whyConfidence: 'the reader met each of these facts itself',
    evidence: evidence as unknown as Finding['evidence'],
  };
}

/** Facts after which figures are surely too low, rather than only open at the end. */
const LOSSY: ReadonlySet<string> = new Set([
  'file-truncated',
  'file-corrupt',
  'unreadable-lines',
  'parts-missing',
  'compacted',
]);

import type { Detector } from '#lib/analyzers/run/detector.ts';
import { runDetectors } from '#lib/analyzers/run/run-detectors.ts';
import { invariant } from '#lib/base/assert.ts';
import type { LogToRead } from '#lib/eventlog/ingest.ts';
import type { Insight } from '#lib/model/insight.ts';
import type { QueryRunner } from '#lib/tables/query-runner.ts';
import { openLog } from './open-run.ts';
import { logOf } from './read-run.ts';
import { runText } from './run-text.ts';

/** What one detector says of a run. */
export interface Answer {
  readonly kind: 'found' | 'clear' | 'not applicable';
  /** What was checked, or why the detector does not apply; empty when something was found. */
  readonly why: string;
  readonly insights: readonly ReadInsight[];
}

/** An insight whose evidence is there by metric: the value that its SQL returned, and what it is held against. */
export type ReadInsight = Omit<Insight, 'evidence'> & {
  readonly evidence: Readonly<Record<string, number | string | null>>;
  readonly comparedWith: Readonly<Record<string, string | null>>;
};

/** Runs one detector over a run in the notation of run-text.ts, or over a log. */
export async function findIn(detector: Detector, run: string | LogToRead): Promise<Answer> {
  const { query, close } = await openLog(typeof run === 'string' ? logOf(runText(run)) : run);
  try {
    return await answer(detector, query);
  } finally {
    await close();
  }
}

async function answer(detector: Detector, query: QueryRunner): Promise<Answer> {
  const { insights, clear, not_applicable, failed } = await runDetectors([detector], query);
  for (const { problem, message } of failed) throw new Error(`${problem} broke: ${message}`);
  const [window] = await query<{ run_ms: number }>('SELECT run_ms FROM run_window');
  for (const insight of insights) keepsTheRules(insight, window!.run_ms);
  if (insights.length > 0) return { kind: 'found', why: '', insights: insights.map(read) };
  if (clear[0]) return { kind: 'clear', why: clear[0].checked, insights: [] };
  return { kind: 'not applicable', why: not_applicable[0]!.reason, insights: [] };
}

function read({ evidence, ...insight }: Insight): ReadInsight {
  return {
    ...insight,
    evidence: Object.fromEntries(evidence.map(({ metric, value }) => [metric, value])),
    comparedWith: Object.fromEntries(evidence.map(({ metric, compared_with }) => [metric, compared_with])),
  };
}

/** What holds for the insights of every detector, so that no test of one needs to say it. */
function keepsTheRules(insight: Insight, runMs: number): void {
  for (const { impact } of [insight, ...insight.occurrences]) {
    const isRange = 0 <= impact.lower_ms && impact.lower_ms <= impact.upper_ms && impact.upper_ms <= runMs;
    invariant(isRange, `no range of the run's ${runMs} ms: ${impact.lower_ms} to ${impact.upper_ms}`);
  }
  invariant(0 <= insight.share_of_run && insight.share_of_run <= 1, `no share: ${insight.share_of_run}`);
  for (const { metric, value } of insight.evidence) invariant(value !== null, `${metric} has no value`);
  const texts = JSON.stringify({
    ...insight,
    evidence: insight.evidence.map((row) => ({ ...row, sql: '' })),
  });
  invariant(!/\b(NaN|undefined|Infinity)\b/.test(texts), `a text with a hole: ${texts}`);
}

import type { Severity } from '#lib/model/insight.ts';
import type { RunFacts } from './detector.ts';

/**
 * When a measured loss of time is worth a person's attention. Both conditions hold for every detector that is about
 * time: what takes less than 5 % of a run cannot be what made it slow, and below one second the noise of starting
 * tasks and of other programs on the machine is as large as any effect.
 */
const MIN_SHARE = 0.05;
export const MIN_MS = 1000;

export function isNoticeable(ms: number, run: RunFacts): boolean {
  return ms >= MIN_MS && ms >= MIN_SHARE * run.workMs;
}

/** Severity follows the share of the run's time that the problem touches, never the size of a ratio. */
export function severityOf(upperMs: number, run: RunFacts): Severity {
  const share = upperMs / run.workMs;
  if (share >= 0.25) return 'high';
  if (share >= 0.1) return 'medium';
  return share >= 0.02 ? 'low' : 'info';
}

import { formatMs, formatShare } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';

/** "Touches 30.0 s to 41.0 s of the run's time, up to 61 % of it." */
export function impactText({ impact, share_of_run }: Pick<Insight, 'impact' | 'share_of_run'>): string {
  const [from, to] = [formatMs(impact.lower_ms), formatMs(impact.upper_ms)];
  const range = from === to ? to : `${from} to ${to}`;
  return `Touches ${range} of the run’s time, up to ${formatShare(share_of_run)} of it. That is not what a change would save.`;
}

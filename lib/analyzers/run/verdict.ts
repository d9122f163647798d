import { formatMs, formatShare } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';
import type { RunStats } from './report.ts';

/** The run in one sentence: its gravest insight, or that nothing was found. Measured facts only. */
export function verdict(stats: RunStats, insights: readonly Insight[]): string {
  const [first, ...others] = insights.filter((insight) => insight.severity !== 'info');
  const took = stats.duration_ms === null ? 'The run' : `The run took ${formatMs(stats.duration_ms)}`;
  if (!first)
    return `${took}${stats.duration_ms === null ? ' shows' : ' and shows'} none of the problems that were looked for.`;
  const share =
    first.share_of_run >= 0.01
      ? `, which touches up to ${formatShare(first.share_of_run)} of its working time`
      : '';
  const more = others.length > 0 ? ` ${others.length} more below.` : '';
  return `${took}. First to look at: ${lowerFirst(first.title)}${share}.${more}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

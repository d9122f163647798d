import { formatMs, formatShare } from '#lib/base/format.ts';
import type { Insight } from '#lib/model/insight.ts';
import type { RunStats } from './report.ts';

/** The run in one sentence: its gravest insight, or that nothing was found. Measured facts only. */
export function verdict(stats: RunStats, insights: readonly Insight[]): string {
  const [first, ...others] = insights.filter((insight) => insight.severity !== 'info');
  const took = stats.duration_ms === null ? undefined : `The run took ${formatMs(stats.duration_ms)}`;
  if (!first) {
    const shows =
      stats.jobs > 0 ? 'shows none of the problems that were looked for' : 'has no job in its log';
    return `${took ? `${took} and` : 'The run'} ${shows}.`;
  }
  const share =
    first.share_of_run >= 0.01
      ? `, which touches up to ${formatShare(first.share_of_run)} of its working time`
      : '';
  const more = others.length > 0 ? ` ${others.length} more below.` : '';
  return `${took ? `${took}. ` : ''}First to look at: ${lowerFirst(first.title)}${share}.${more}`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

import type { AxisUnit } from '#components/charts/ticks.ts';
import { formatBytes, formatCount, formatMs, formatRatio, plural } from '#lib/base/format.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from '#lib/tables/queries/spread-measure.ts';
import type { SpreadRow } from '#lib/tables/queries/stage-spread.ts';

export function measureText(value: number, measure: SpreadMeasure): string {
  const { unit } = SPREAD_MEASURES[measure];
  if (unit === 'ms') return formatMs(value);
  return unit === 'bytes' ? formatBytes(value) : formatCount(Math.round(value));
}

export function axisUnit(measure: SpreadMeasure): AxisUnit {
  const { unit } = SPREAD_MEASURES[measure];
  return unit === 'records' ? 'count' : unit;
}

/** A ratio is only told together with its n. */
export function spreadSentence(spread: SpreadRow, measure: SpreadMeasure): string {
  const { tasks, median, p95, p99, max } = spread;
  if (median === null || max === null) return 'No task succeeded.';
  const text = (value: number) => measureText(value, measure);
  if (tasks === 1) return `One task: ${text(max)}.`;
  const times = median > 0 ? `${formatRatio(max / median)} the median` : 'the median is 0';
  const tail =
    tasks >= 100 && p99 !== null
      ? `, p99 ${text(p99)}`
      : tasks >= 20 && p95 !== null
        ? `, p95 ${text(p95)}`
        : '';
  return `${plural(tasks, 'task')}: median ${text(median)}${tail}, largest ${text(max)} (${times}).`;
}

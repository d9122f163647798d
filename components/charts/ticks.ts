import { formatBytes, formatCompact } from '#lib/base/format.ts';

export type AxisUnit = 'ms' | 'bytes' | 'count';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DURATION_STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((s) => s * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((m) => m * MINUTE),
  ...[1, 2, 3, 6, 12].map((h) => h * HOUR),
];

/** Round values from `from` to `to`, at most `most` of them. */
export function ticks(from: number, to: number, most: number, unit: AxisUnit): readonly number[] {
  if (!(to > from) || most < 1) return [];
  const step = stepOf((to - from) / most, unit);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Short: 90000 -> "1 m 30 s", 0 -> "0". */
export function tickLabel(value: number, unit: AxisUnit): string {
  if (value === 0) return '0';
  if (unit === 'bytes') return formatBytes(value).replace(/\.0+(?= )/, '');
  if (unit === 'count') return formatCompact(value);
  return durationLabel(value);
}

function stepOf(atLeast: number, unit: AxisUnit): number {
  if (unit === 'ms') {
    const step = DURATION_STEPS.find((each) => each >= atLeast);
    return step ?? DAY * decimalStep(atLeast / DAY);
  }
  if (unit === 'bytes') {
    const power = Math.max(0, Math.floor(Math.log2(Math.max(1, atLeast)) / 10));
    return 1024 ** power * Math.max(1, decimalStep(atLeast / 1024 ** power));
  }
  return Math.max(1, decimalStep(atLeast));
}

/** 1, 2 or 5 times a power of ten, not below `atLeast`. */
function decimalStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const times = [1, 2, 5, 10].find((each) => each * power >= atLeast * (1 - 1e-9)) ?? 10;
  return times * power;
}

function durationLabel(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  const parts: string[] = [];
  let rest = ms;
  for (const [size, name] of [
    [DAY, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'm'],
  ] as const) {
    if (rest >= size) parts.push(`${Math.floor(rest / size)} ${name}`);
    rest %= size;
  }
  if (rest > 0) parts.push(`${Number((rest / SECOND).toFixed(3))} s`);
  return parts.join(' ');
}

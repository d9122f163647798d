import { type AxisUnit, ticks } from './ticks.ts';

/** How values become heights: in proportion, or by their magnitude, where a tower would flatten all others. */
export type ScaleKind = 'linear' | 'log';

export interface ValueScale {
  /** 0 at the bottom, 1 for the largest value. */
  readonly height: (value: number) => number;
  readonly ticks: (most: number) => readonly number[];
}

/** A log scale shows five powers of ten; what is smaller lies at the bottom. */
const DECADES = 5;

/** A tower of more than this many medians flattens all others on a linear scale. */
const FLATTENED = 20;

/** The scale that shows most, as long as nobody has chosen one. */
export function fittingScale(max: number, median: number): ScaleKind {
  return max > FLATTENED * median ? 'log' : 'linear';
}

export function valueScale(max: number, unit: AxisUnit, kind: ScaleKind): ValueScale {
  if (kind === 'linear')
    return { height: (value) => value / max, ticks: (most) => ticks(0, max, most, unit) };
  const bottom = max / 10 ** DECADES;
  return {
    height: (value) => (value <= bottom ? 0 : Math.log(value / bottom) / Math.log(max / bottom)),
    ticks: (most) => powers(bottom, max, most, unit),
  };
}

/** Powers of ten, of bytes those of two that are round: 32 KiB, 1 MiB, 32 MiB. */
function powers(bottom: number, max: number, most: number, unit: AxisUnit): readonly number[] {
  const base = unit === 'bytes' ? 32 : 10;
  // Nothing that is counted lies below 1.
  const first = Math.max(0, Math.ceil(Math.log(bottom) / Math.log(base)));
  const last = Math.floor(Math.log(max) / Math.log(base) + 1e-9);
  const count = Math.max(0, last - first + 1);
  const every = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: count }, (_, i) => base ** (first + i)).filter((_, i) => i % every === 0);
}

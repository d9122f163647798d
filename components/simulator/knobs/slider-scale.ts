import type { NumberKnob } from '#lib/simulator/pipeline/knob.ts';

/** What a slider goes through: a knob's range, or that of a question. */
export type SliderRange = Pick<NumberKnob, 'min' | 'max' | 'step' | 'scale' | 'unit'>;

/** Positions of a slider, from 0 on. */
export const SLIDER_MAX = 400;
/** Positions that Page Up and Page Down pass. */
const PAGE = 40;

/** Where a value lies on its slider; a value beside the range lies at the nearer end. */
export function sliderPosition(range: SliderRange, value: number): number {
  const { min, max } = range;
  const inRange = Math.min(max, Math.max(min, value));
  if (range.scale === 'linear') return Math.round(((inRange - min) / (max - min)) * SLIDER_MAX);
  const low = lowest(range);
  const share = Math.log(Math.max(low, inRange) / low) / Math.log(max / low);
  return inRange < low ? 0 : Math.round(share * SLIDER_MAX);
}

/** The round value at a position. */
export function sliderValue(range: SliderRange, position: number): number {
  const { min, max, scale } = range;
  if (position <= 0) return min;
  if (position >= SLIDER_MAX) return max;
  const share = position / SLIDER_MAX;
  const low = lowest(range);
  const raw = scale === 'linear' ? min + share * (max - min) : low * (max / low) ** share;
  return Math.min(max, Math.max(min, rounded(range, raw)));
}

/** The next value that differs, for a key that moves a slider: arrows by one position, pages by forty. */
export function nextSliderValue(range: SliderRange, value: number, key: string): number | undefined {
  const by = KEYS[key];
  if (by === undefined) return undefined;
  let position = sliderPosition(range, value);
  for (;;) {
    position += by;
    const next = sliderValue(range, position);
    const isFurther = by > 0 ? next > value : next < value;
    if (isFurther || position <= 0 || position >= SLIDER_MAX) return next;
  }
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: PAGE,
  PageDown: -PAGE,
};

/** A log scale has no 0; what is below the first step is at the left end. */
function lowest({ min, step }: SliderRange): number {
  return min > 0 ? min : step;
}

function rounded(range: SliderRange, raw: number): number {
  const { unit, step, scale } = range;
  if (scale === 'log' && (unit === 'bytes' || unit === 'bytes/s')) return roundBytes(raw);
  if (scale === 'log' && step === 1) return raw < 100 ? Math.round(raw) : Number(raw.toPrecision(2));
  const steps = Math.round(raw / step);
  return Number((steps * step).toPrecision(12));
}

/** Sixteenths of a power of two at most: 20 GiB, 1.25 MiB. */
function roundBytes(raw: number): number {
  const piece = Math.max(1, 2 ** (Math.floor(Math.log2(raw)) - 3));
  return Math.round(raw / piece) * piece;
}

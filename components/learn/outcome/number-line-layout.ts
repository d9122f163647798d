import { type AxisUnit, ticks } from '#components/charts/ticks.ts';
import type { SliderQuestion } from '#lib/learn/question/question.ts';
import type { FigureUnit } from '#lib/learn/scenario/figure.ts';

type Scale = Pick<SliderQuestion, 'min' | 'max' | 'scale' | 'unit'>;

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
/** In ms, each some ten times the one before. */
const DURATIONS = [
  ...[1, 10, 100],
  ...[SECOND, 10 * SECOND],
  ...[MINUTE, 10 * MINUTE],
  ...[HOUR, 10 * HOUR, 100 * HOUR, 1000 * HOUR],
];

/** Where a value lies between the ends of the question's scale: 0 to 1. */
export function shareOf({ min, max, scale }: Scale, value: number): number {
  const inRange = Math.min(max, Math.max(min, value));
  return scale === 'log' ? Math.log(inRange / min) / Math.log(max / min) : (inRange - min) / (max - min);
}

/** What counts as right, as values. */
export function rightSpan(question: SliderQuestion, truth: number): readonly [number, number] {
  const { right, scale, min, max } = question;
  if (scale === 'log') return [truth / right, truth * right];
  return [truth - right * (max - min), truth + right * (max - min)];
}

/** Round values of the scale, its ends left out of account; few enough for their labels. */
export function lineTicks(scale: Scale, most: number): readonly number[] {
  if (scale.scale === 'linear') return linearTicks(scale, most);
  if (scale.unit === 'ms') return durationTicks(scale, most);
  const base = scale.unit === 'bytes' ? 32 : 10;
  const first = Math.ceil(Math.log(scale.min) / Math.log(base) - 1e-9);
  const last = Math.floor(Math.log(scale.max) / Math.log(base) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
  return Array.from(
    { length: Math.floor((last - first) / every) + 1 },
    (_, i) => base ** (first + i * every),
  );
}

export function axisUnit(unit: FigureUnit): AxisUnit {
  return unit === 'bytes' || unit === 'ms' ? unit : 'count';
}

/** Powers of ten of a duration are no round ones: 10,000 s is 2 h 46 m 40 s. */
function durationTicks({ min, max }: Scale, most: number): readonly number[] {
  const within = DURATIONS.filter((each) => each >= min && each <= max);
  const every = Math.max(1, Math.ceil(within.length / Math.max(1, most)));
  return within.filter((_, i) => i % every === 0);
}

function linearTicks({ min, max, unit }: Scale, most: number): readonly number[] {
  if (unit !== 'share') return ticks(min, max, most, axisUnit(unit));
  // Axis units are whole: shares are counted in percent.
  return ticks(min * 100, max * 100, most, 'count').map((percent) => percent / 100);
}

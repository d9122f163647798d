import { parsePastedCounts } from '#lib/simulator/distribution/pasted-counts.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** Bars to start drawing from: a few large keys and a tail. */
export const FIRST_BARS: readonly number[] = [40, 22, 14, 9, 6, 4, 3, 2, 2, 1, 1, 1];

/** Bars that can be drawn one by one. */
export const MOST_BARS = 24;
export const TALLEST_BAR = 100;

/** What choosing keys of one's own changes: there have to be some. */
export function ownKeysChosen({ weights }: Knobs): Partial<Knobs> {
  return weights.some((weight) => weight > 0)
    ? { keyShape: 'weights' }
    : { keyShape: 'weights', weights: FIRST_BARS, keyNames: [] };
}

/** Pasted counts as knobs. Counts alone stand for whole numbers from the first key on, in their order. */
export function pastedKeys(text: string): Partial<Knobs> {
  const { keys, counts } = parsePastedCounts(text);
  const isCountsAlone = text.split('\n').every((line) => /^[\s\d._e+|-]*$/i.test(line));
  return { keyShape: 'weights', weights: counts, keyNames: isCountsAlone ? [] : keys };
}

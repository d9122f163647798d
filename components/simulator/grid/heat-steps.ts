/** Shades of a heat grid: enough to tell hot from cold, few enough to name in a legend. */
export const SHADES = 6;

/**
 * From which value on each shade is used. Evenly on a log scale from the smallest to the largest value that is not 0: a hot
 * reducer would else make all others look empty. Without values there are no steps.
 */
export function heatSteps(values: ArrayLike<number>): readonly number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > 0) least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (most === 0) return [];
  if (most / least < 1.2) return [least];
  return Array.from({ length: SHADES }, (_, step) => least * (most / least) ** (step / SHADES));
}

/** Index of the shade, -1 for nothing at all. */
export function shadeOf(value: number, steps: readonly number[]): number {
  return value <= 0
    ? -1
    : Math.max(
        0,
        steps.findLastIndex((from) => value >= from * (1 - 1e-9)),
      );
}

/** How opaque a shade is: the hottest is solid. */
export function shadeOpacity(shade: number, steps: readonly number[]): number {
  return shade < 0 ? 0 : 0.14 + (0.86 * (shade + 1)) / Math.max(1, steps.length);
}

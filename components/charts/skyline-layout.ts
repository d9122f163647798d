/** One bar, or a band that stands for many bars of similar rank; largest first. */
export interface SkylineBar {
  readonly key: string;
  readonly bars: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface PlacedBar extends SkylineBar {
  readonly x: number;
  readonly width: number;
}

/** Share of the width that single bars take when bands follow them. */
const SINGLES_SHARE = 0.42;

/** Single bars of equal width from the left; bands behind them as wide as the number of bars they stand for. */
export function layoutSkyline(bars: readonly SkylineBar[], width: number): readonly PlacedBar[] {
  const singles = bars.filter((bar) => bar.bars === 1).length;
  const banded = bars.reduce((sum, bar) => sum + (bar.bars > 1 ? bar.bars : 0), 0);
  const roomOfSingles = banded === 0 ? width : singles === 0 ? 0 : width * SINGLES_SHARE;
  const perSingle = singles > 0 ? roomOfSingles / singles : 0;
  const perBanded = banded > 0 ? (width - roomOfSingles) / banded : 0;
  let x = 0;
  return bars.map((bar) => {
    const placed = { ...bar, x, width: bar.bars === 1 ? perSingle : bar.bars * perBanded };
    x += placed.width;
    return placed;
  });
}

/** Which bar is at x, the nearest one for bars thinner than a px. */
export function barAt(placed: readonly PlacedBar[], x: number): number | undefined {
  let low = 0;
  let high = placed.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (placed[middle]!.x <= x) low = middle;
    else high = middle - 1;
  }
  const bar = placed[low];
  return bar && x >= 0 && x <= bar.x + bar.width ? low : undefined;
}

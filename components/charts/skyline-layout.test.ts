import { describe, expect, it } from 'vitest';
import { barAt, layoutSkyline, type SkylineBar } from './skyline-layout.ts';

const bar = (key: string, bars = 1): SkylineBar => ({ key, bars, low: 1, middle: 2, high: 3 });

describe('layoutSkyline', () => {
  it('shares the width among single bars', () => {
    const placed = layoutSkyline([bar('a'), bar('b'), bar('c'), bar('d')], 100);
    expect(placed.map(({ x, width }) => [x, width])).toEqual([
      [0, 25],
      [25, 25],
      [50, 25],
      [75, 25],
    ]);
  });

  it('makes bands as wide as the bars they stand for, and fills the width', () => {
    const placed = layoutSkyline([bar('a'), bar('p95', 100), bar('p75', 300)], 1000);
    expect(placed[2]!.width).toBeCloseTo(3 * placed[1]!.width, 6);
    expect(placed[2]!.x + placed[2]!.width).toBeCloseTo(1000, 6);
  });

  it('has nothing to place without bars', () => {
    expect(layoutSkyline([], 100)).toEqual([]);
  });
});

describe('barAt', () => {
  const placed = layoutSkyline([bar('a'), bar('b'), bar('c')], 90);

  it('finds the bar under the pointer', () => {
    expect([0, 29, 31, 90].map((x) => barAt(placed, x))).toEqual([0, 0, 1, 2]);
  });

  it('finds none outside, or where there are none', () => {
    expect(barAt(placed, -1)).toBeUndefined();
    expect(barAt(placed, 91)).toBeUndefined();
    expect(barAt([], 5)).toBeUndefined();
  });
});

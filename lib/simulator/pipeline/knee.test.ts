import { describe, expect, it } from 'vitest';
import { knee } from './knee.ts';

const curve = (f: (x: number) => number, xs: readonly number[]) => xs.map((x) => ({ x, y: f(x) }));
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('knee', () => {
  it('is where more slots stop to help a stage whose longest task takes as long as the rest', () => {
    expect(
      knee(
        curve((x) => Math.max(100 / x, 10), upTo(40)),
        false,
      )?.x,
    ).toBe(7);
    expect(
      knee(
        curve((x) => Math.max(100 - 20 * x, 10), upTo(40)),
        false,
      )?.x,
    ).toBe(5);
  });

  it('is on log scales where twice as much stops to halve the time', () => {
    const steps = [1, 2, 4, 8, 16, 32, 64, 128, 256];
    expect(
      knee(
        curve((x) => Math.max(1600 / x, 100), steps),
        true,
      )?.x,
    ).toBe(16);
    expect(
      knee(
        curve((x) => 1600 / x, steps),
        true,
      ),
    ).toBeUndefined();
    expect(
      knee(
        curve((x) => Math.max(80 - 10 * x, 0), steps),
        true,
      )?.x,
    ).toBe(8);
  });

  it('does not look behind the lowest point', () => {
    const points = curve((x) => (x <= 10 ? 100 / x : 10 * x), upTo(40));
    expect(knee(points, false)!.x).toBeLessThan(10);
  });

  it('is not named for a flat curve, a straight one or two points', () => {
    expect(
      knee(
        curve(() => 100, upTo(9)),
        false,
      ),
    ).toBeUndefined();
    expect(
      knee(
        curve((x) => 100 - x, upTo(9)),
        false,
      ),
    ).toBeUndefined();
    expect(
      knee(
        curve((x) => 100 / x, upTo(2)),
        false,
      ),
    ).toBeUndefined();
    expect(knee([], false)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByTarget } from './split-by-target.ts';

describe('splitByTarget', () => {
  it.each([
    [[15, 90, 15, 15, 15, 90, 15], 0.2, [0, 2, 5]],
    [[30, 15, 90, 10, 90, 15, 30], 0.2, [0, 2, 4, 5]],
    [[15, 1000, 15, 1000], 0.2, [0, 3]],
    [[35, 75, 90, 20, 35, 25, 35], 0.2, [0, 2, 3]],
    [[50, 50, 40, 5], 0.5, [0]],
    [[50, 50, 10, 40, 5], 0.5, [0, 2]],
    [[10, 40, 5, 50, 50], 0.5, [0, 3]],
    [[], 0.2, [0]],
  ])('cuts %j as Spark does, with small pieces below %d of 100', (sizes, factor, starts) => {
    expect(splitByTarget(sizes, 100, factor)).toEqual(starts);
  });

  it('begins at the first mapper and goes up from there', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(sizes, (each) => {
        const starts = splitByTarget(each, 100);
        expect(starts[0]).toBe(0);
        expect([...new Set(starts)].sort((a, b) => a - b)).toEqual(starts);
        expect(starts.at(-1)).toBeLessThan(each.length);
      }),
    );
  });
});

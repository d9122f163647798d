import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctValues, partialRows } from './partial-aggregate.ts';

describe('partialRows', () => {
  it('leaves one row of a hot key in each map task, whatever its rows', () => {
    expect(partialRows(1_000_000, 0.5, 10, 200_000)).toBe(10);
  });

  it('leaves a rare key as it is', () => {
    expect(partialRows(1, 1e-9, 1000, 1_000_000)).toBe(1);
    expect(partialRows(500, 1, 4, 125)).toBe(4);
  });

  it('never sends more rows than there are, nor fewer for more data', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 1000 }),
        (keyRows, otherRows, maps) => {
          const total = keyRows + otherRows;
          const once = partialRows(keyRows, keyRows / total, maps, total / maps);
          const twice = partialRows(2 * keyRows, keyRows / total, maps, (2 * total) / maps);
          expect(once).toBeLessThanOrEqual(keyRows);
          expect(twice).toBeGreaterThanOrEqual(once);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('distinctValues', () => {
  it('is all of few values and nearly every row of many', () => {
    expect([distinctValues(365, 1_000_000), distinctValues(1e9, 1000), distinctValues(5, 0)]).toEqual([
      365, 1000, 0,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyShape, keyWeights, rowsPerKey } from './key-shape.ts';

const rows = (shape: KeyShape, count: number) => [...rowsPerKey(keyWeights(shape), count)];

describe('rowsPerKey', () => {
  it('shares rows out evenly, no key more than one row ahead', () => {
    expect(rows({ kind: 'uniform', keys: 4 }, 1000)).toEqual([250, 250, 250, 250]);
    expect(rows({ kind: 'uniform', keys: 3 }, 10)).toEqual([3, 3, 4]);
  });

  it('gives the second key of a Zipf law with exponent 1 half of what the first has', () => {
    const [first, second, third] = rows({ kind: 'zipf', keys: 3, exponent: 1 }, 1_100_000);
    expect([first, second, third]).toEqual([600_000, 300_000, 200_000]);
  });

  it('gives one hot key its share and the others the rest', () => {
    expect(rows({ kind: 'hot', keys: 6, share: 0.5 }, 1000)).toEqual([500, 100, 100, 100, 100, 100]);
    expect(rows({ kind: 'hot', keys: 1, share: 0.5 }, 1000)).toEqual([1000]);
  });

  it('takes drawn weights as proportions', () => {
    expect(rows({ kind: 'weights', weights: [1, 0, 3] }, 8)).toEqual([2, 0, 6]);
  });

  it('keeps every row, and twice the rows never give a key fewer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (weights, count) => {
          fc.pre(weights.some((weight) => weight > 1e-3));
          const shape = { kind: 'weights', weights } as const;
          const [once, twice] = [rows(shape, count), rows(shape, 2 * count)];
          expect(once.reduce((sum, each) => sum + each, 0)).toBe(count);
          expect(once.every((each, i) => each >= 0 && twice[i]! >= each)).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });
});

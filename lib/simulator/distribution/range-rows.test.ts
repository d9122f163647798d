import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeBounds, rangeRows } from '../placement/range-bounds.ts';
import { rangePartitionRows } from './range-rows.ts';

describe('rangePartitionRows', () => {
  it('cuts a thousand single keys into even partitions', () => {
    expect([...rangePartitionRows(new Float64Array(1000).fill(1), 4).rows]).toEqual([250, 250, 250, 250]);
  });

  it('cannot cut a heavy key', () => {
    expect([...rangePartitionRows(Float64Array.of(10, 1000, 10), 4).rows]).toEqual([1010, 10, 0]);
  });

  it('agrees with the bounds that Spark draws when it sees every row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (counts, partitions) => {
          const keys = counts.flatMap((count, key) => Array<number>(count).fill(key));
          const compare = (a: number, b: number) => a - b;
          const { bounds } = rangeBounds([keys], partitions, 100, compare);
          const expected = keys.length === 0 ? [0] : rangeRows([keys], bounds, compare);
          expect([...rangePartitionRows(Float64Array.from(counts), partitions).rows]).toEqual(expected);
        },
      ),
      { seed: 7 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalesceRows, sliceBatches, sliceLocalRows, sliceRows } from './slicing.ts';

const sum = (rows: readonly number[]) => rows.reduce((total, count) => total + count, 0);
const rowsAndSlices = [fc.nat({ max: 200_000 }), fc.integer({ min: 1, max: 500 })] as const;

describe('slicing', () => {
  it('of a range is even, the longer slices spread out', () => {
    expect(sliceRows(10, 8)).toEqual([1, 1, 1, 2, 1, 1, 1, 2]);
    expect(sliceRows(3, 8)).toEqual([0, 0, 1, 0, 0, 1, 0, 1]);
    expect(sliceRows(0, 4)).toEqual([0, 0, 0, 0]);
  });

  it('of a Python list moves whole batches', () => {
    expect(sliceBatches(5000, 2)).toEqual([2048, 2952]);
    expect(sliceBatches(10_000, 4)).toEqual([2048, 3072, 2048, 2832]);
    expect(sliceBatches(100, 7)).toEqual([14, 14, 14, 14, 14, 14, 16]);
    expect(sliceBatches(1, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(sliceBatches(0, 2)).toEqual([0, 0]);
  });

  it('of rows in the plan makes no empty partitions', () => {
    expect(sliceLocalRows(3, 8)).toEqual([1, 1, 1]);
    expect(sliceLocalRows(0, 8)).toEqual([]);
    expect(sliceLocalRows(20, 8)).toEqual([2, 3, 2, 3, 2, 3, 2, 3]);
  });

  it('counts exactly beyond 2^53 products', () => {
    const slices = sliceRows(Number.MAX_SAFE_INTEGER, 1000);
    expect(slices[0]).toBe(Math.floor(Number.MAX_SAFE_INTEGER / 1000));
  });

  it('keeps every row', () => {
    fc.assert(
      fc.property(...rowsAndSlices, (rows, slices) => {
        expect(sum(sliceRows(rows, slices))).toBe(rows);
        expect(sum(sliceBatches(rows, slices))).toBe(rows);
        expect(sum(sliceLocalRows(rows, slices))).toBe(rows);
      }),
    );
  });
});

describe('coalesce(n)', () => {
  it('joins neighbors', () => {
    expect(coalesceRows([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 4)).toEqual([2, 3, 2, 3]);
  });

  it('makes no more partitions than there are', () => {
    expect(coalesceRows([5, 6], 10)).toEqual([5, 6]);
  });

  it('keeps every row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 1000 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        (rows, n) => {
          expect(sum(coalesceRows(rows, n))).toBe(sum(rows));
        },
      ),
    );
  });
});

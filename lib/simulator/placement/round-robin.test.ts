import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstTarget, roundRobinBatches, roundRobinRows } from './round-robin.ts';

const sum = (rows: readonly number[]) => rows.reduce((total, count) => total + count, 0);

describe('repartition(n)', () => {
  it.each([
    [3, [0, 1, 2, 0, 2, 2, 0, 2]],
    [4, [1, 1, 0, 3, 3, 0, 0, 2]],
    [8, [2, 2, 0, 6, 5, 0, 7, 4]],
    [200, [29, 104, 29, 48, 54, 26, 91, 161]],
  ])('with n = %d starts, for the first eight input partitions, where Spark does', (n, targets) => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((input) => firstTarget(input, n))).toEqual(targets);
  });

  it('deals the rows of each input partition out in turn', () => {
    expect(roundRobinRows([2, 3, 2, 3], 4)).toEqual([2, 4, 2, 2]);
    expect(roundRobinRows([0, 0, 1, 0, 0, 1, 0, 1], 3)).toEqual([0, 0, 3]);
  });

  it('keeps every row, and gives no partition more than one row of an input above another', () => {
    const inputs = fc.array(fc.nat({ max: 10_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 300 }), (rows, n) => {
        const placed = roundRobinRows(rows, n);
        expect(sum(placed)).toBe(sum(rows));
        expect(Math.max(...placed) - Math.min(...placed)).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe("PySpark's rdd.repartition(n)", () => {
  it.each([
    [[33, 33, 34], 4, [16, 30, 30, 24]],
    [[33, 33, 34], 7, [10, 10, 13, 20, 20, 14, 13]],
    [[125, 125, 125, 125, 125, 125, 125, 125], 5, [205, 210, 190, 185, 210]],
    [[50], 3, [20, 20, 10]],
    [[3, 4], 3, [3, 4, 0]],
  ])('moves batches of ten: %j to %d are, as Spark 4.3.0 has them, %j', (inputs, n, rows) => {
    expect(roundRobinBatches(inputs, n)).toEqual(rows);
  });
});

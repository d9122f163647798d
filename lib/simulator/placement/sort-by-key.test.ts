import { describe, expect, it } from 'vitest';
import { sliceBatches } from './slicing.ts';
import { sortByKeyRows } from './sort-by-key.ts';

/** `sc.parallelize([((i * 7) % rows, i) for i in range(rows)], inputs).sortByKey(ascending, n)`, counted. */
function sorted(rows: number, inputs: number, n: number, ascending = true): readonly number[] {
  let next = 0;
  const keys = sliceBatches(rows, inputs).map((count) =>
    Array.from({ length: count }, () => (next++ * 7) % rows),
  );
  return sortByKeyRows(keys, n, ascending, (a, b) => a - b);
}

/** What Spark 4.3.0 gave. */
describe("PySpark's sortByKey", () => {
  it('looks at all keys while there are few', () => {
    expect(sorted(30, 2, 3)).toEqual([11, 10, 9]);
  });

  it.each([
    [1000, 4, 8, [128, 136, 130, 99, 146, 116, 140, 105]],
    [500, 3, 5, [92, 139, 100, 74, 95]],
    [4000, 6, 10, [476, 384, 478, 359, 282, 350, 338, 349, 406, 578]],
  ])(
    'draws the same keys in every run: %d rows in %d partitions, sorted into %d',
    (rows, inputs, n, counts) => {
      expect(sorted(rows, inputs, n)).toEqual(counts);
      expect(sorted(rows, inputs, n, false)).toEqual(counts.toReversed());
    },
  );

  it('has one partition, or an empty RDD, without looking', () => {
    expect(sorted(30, 2, 1)).toEqual([30]);
    expect(sorted(0, 2, 5)).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { type RddOperation, rddPartitions } from './rdd-partitions.ts';

/** `3 5`: partitions of both sides; `6k 6k`: pairs lie by key. */
function partitions(
  operation: RddOperation,
  sides: string,
  given?: number,
  defaultParallelism?: number,
): number {
  const [left, right] = sides.split(' ').map((side) => ({
    partitions: Number.parseInt(side, 10),
    partitioned: side.endsWith('k'),
  }));
  return rddPartitions(operation, { left: left!, right: right!, given, defaultParallelism });
}

describe('PySpark partitions of a wide RDD operation', () => {
  it('are those of the RDD that is reduced, or spark.default.parallelism where it is set', () => {
    expect(partitions('reduceByKey', '3 5')).toBe(3);
    expect(partitions('distinct', '3 5', undefined, 8)).toBe(8);
  });

  it('are the sum of both sides of a join', () => {
    expect(partitions('join', '3 5')).toBe(8);
    expect(partitions('subtractByKey', '1 6')).toBe(7);
    expect(partitions('intersection', '6k 6k')).toBe(12);
  });

  it('stay where both sides lie by key in the same way', () => {
    expect(partitions('join', '6k 6k')).toBe(6);
    expect(partitions('union', '6k 6k')).toBe(6);
    expect(partitions('union', '6k 5k')).toBe(11);
    expect(partitions('join', '6k 6k', undefined, 8)).toBe(8);
  });

  it('are what the operation is given', () => {
    expect(partitions('join', '3 5', 4, 8)).toBe(4);
  });

  it('multiply for cartesian, whatever is set', () => {
    expect(partitions('cartesian', '3 5', undefined, 8)).toBe(15);
  });
});

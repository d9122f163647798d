import { describe, expect, it } from 'vitest';
import { filePartitions } from './file-partitions.ts';

const MIB = 2 ** 20;
const eight = { spark: '3.5', cores: 8, conf: {} } as const;
const one = (maxPartitionBytes: number, openCost: number) =>
  ({
    spark: '3.5',
    cores: 1,
    conf: {
      'spark.sql.files.maxPartitionBytes': String(maxPartitionBytes),
      'spark.sql.files.openCostInBytes': String(openCost),
    },
  }) as const;

describe('FilePartition', () => {
  it('cuts a large file so that every core has a piece', () => {
    expect(filePartitions([1000 * MIB], true, eight)).toBe(8);
    expect(filePartitions([1000 * MIB], false, eight)).toBe(1);
  });

  it('packs small files, counting what it costs to open each', () => {
    expect(filePartitions(Array<number>(1000).fill(MIB), true, eight)).toBe(39);
  });

  it('gives what the tests of Spark expect', () => {
    expect(filePartitions([5, 5, 5], true, one(11, 1))).toBe(2);
    expect(filePartitions([15, 3], true, one(10, 1))).toBe(2);
    expect(filePartitions([2, 2, 1, 1, 1, 1], true, one(4, 1))).toBe(4);
  });
});

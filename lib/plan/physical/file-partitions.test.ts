import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filePacking, filePartitions } from './file-partitions.ts';
import { longestFirst, packPieces, pieceStarts, splitSize } from './pack-files.ts';

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

  it('counts the same as packing every piece', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 12 });
    const setting = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(sizes, fc.boolean(), setting, setting, setting, (files, splittable, most, cost, wished) => {
        const conf = {
          ...one(most + 1, cost).conf,
          ...(wished > 0 ? { 'spark.sql.files.maxPartitionNum': String(wished) } : {}),
        };
        const settings = { spark: '4.3', cores: 3, conf } as const;
        const packing = filePacking(settings);
        const split = splitSize(files, packing);
        const pieces = files.flatMap((size) =>
          pieceStarts(size, splittable, split).map((start) => ({
            lengthBytes: splittable ? Math.min(split, size - start) : size,
          })),
        );
        expect(filePartitions(files, splittable, settings)).toBe(
          packPieces(longestFirst(pieces), split, packing).length,
        );
      }),
      { seed: 11 },
    );
  });

  it('counts more pieces than would fit into memory', () => {
    expect(filePartitions([9e15], true, one(1, 0))).toBe(9e15);
    const wished = { 'spark.sql.files.maxPartitionNum': '500', ...one(1, 0).conf };
    expect(filePartitions([9e15], true, { spark: '4.3', cores: 1, conf: wished })).toBe(500);
    const none = { ...wished, 'spark.sql.files.maxPartitionNum': '0' };
    expect(filePartitions([9e15], true, { spark: '4.3', cores: 1, conf: none })).toBe(9e15);
  });
});

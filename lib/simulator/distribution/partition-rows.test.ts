import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyWeights, rowsPerKey } from './key-shape.ts';
import { bigintKeys, hashPartitionRows } from './partition-rows.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('hashPartitionRows', () => {
  it('puts the ids 0 to 999 where Spark puts them', () => {
    const rows = new Float64Array(1000).fill(1);
    expect([...hashPartitionRows({ column: bigintKeys(1000), rows }, 8).rows]).toEqual([
      115, 145, 127, 144, 113, 110, 111, 135,
    ]);
  });

  it('leaves most of 200 partitions empty for ten keys', () => {
    const { rows, keys } = hashPartitionRows(
      { column: bigintKeys(10), rows: new Float64Array(10).fill(7) },
      200,
    );
    expect([...rows.entries()].filter(([, each]) => each > 0).map(([partition]) => partition)).toEqual([
      5, 11, 45, 49, 68, 69, 107, 116, 128, 140,
    ]);
    expect(sum(keys)).toBe(10);
  });

  it('keeps every row, and the order of the keys changes nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 64 }),
        (keys, count, partitions) => {
          const rows = rowsPerKey(keyWeights({ kind: 'zipf', keys, exponent: 1.1 }), count);
          const ids = Float64Array.from({ length: keys }, (_, i) => i);
          const placed = hashPartitionRows({ column: { type: 'bigint', keys: ids }, rows }, partitions);
          const reversed = hashPartitionRows(
            { column: { type: 'bigint', keys: ids.toReversed() }, rows: rows.toReversed() },
            partitions,
          );
          expect(sum(placed.rows)).toBe(count);
          expect(reversed.rows).toEqual(placed.rows);
        },
      ),
      { seed: 7 },
    );
  });
});

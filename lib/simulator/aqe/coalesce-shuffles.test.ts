import { describe, expect, it } from 'vitest';
import { coalesceShuffles, coalesceTarget } from './coalesce-shuffles.ts';
import type { MergeRule } from './merge-reducers.ts';
import { coalescedRead, type ReadSpec } from './read-spec.ts';

const MIB = 2 ** 20;
const RULE: MergeRule = { targetBytes: 100, minPartitionBytes: 0, maxReducersPerTask: 2 ** 31 - 1 };

function ranges(
  sizes: readonly (readonly number[] | undefined)[],
  reads: readonly (readonly ReadSpec[])[] = [],
  rule: Partial<MergeRule> = {},
) {
  const coalesced = coalesceShuffles({ sizes, reads: sizes.map((_, i) => reads[i]) }, { ...RULE, ...rule });
  return coalesced?.reads.map((list) =>
    list
      .map((read) =>
        read.type === 'coalesced'
          ? `${read.startReducer}-${read.endReducer}`
          : read.type === 'partialReducer'
            ? `r${read.reducer}`
            : '',
      )
      .join(' '),
  );
}

const piece = (reducer: number, startMap: number): ReadSpec => ({
  type: 'partialReducer',
  reducer,
  startMap,
  endMap: startMap + 1,
  dataSizeBytes: 150,
});

describe('coalesceTarget', () => {
  it('keeps the parallelism of the cluster, but not below the minimum size', () => {
    expect(coalesceTarget(200 * MIB, 64 * MIB, 8, MIB)).toBe(25 * MIB);
    expect(coalesceTarget(200 * 50 * 1024, 64 * MIB, 200, MIB)).toBe(MIB);
    expect(coalesceTarget(10_000 * MIB, 64 * MIB, 8, MIB)).toBe(64 * MIB);
  });
});

describe('coalesceShuffles', () => {
  it('says nothing where nothing would change', () => {
    expect(ranges([[100, 110, 100]])).toBeUndefined();
  });

  it('leaves shuffles with different numbers of reducers alone', () => {
    expect(
      ranges([
        [1, 1],
        [1, 1, 1],
      ]),
    ).toBeUndefined();
  });

  it('reads shuffles without any map task as one empty task', () => {
    expect(ranges([undefined, undefined])).toEqual(['0-0', '0-0']);
  });

  it('reads a shuffle without map tasks as the one beside it', () => {
    expect(ranges([[10, 20, 30], undefined])).toEqual(['0-3', '0-3']);
  });

  it('coalesces between skewed reducers, which stay as they are', () => {
    const left = [
      coalescedRead(0, 1),
      coalescedRead(1, 2),
      piece(2, 0),
      piece(2, 1),
      coalescedRead(3, 4),
      coalescedRead(4, 5),
    ];
    const right = left.map((read) => (read.type === 'partialReducer' ? coalescedRead(2, 3) : read));
    expect(
      ranges(
        [
          [10, 10, 300, 10, 10],
          [1, 1, 1, 1, 1],
        ],
        [left, right],
      ),
    ).toEqual(['0-2 r2 r2 3-5', '0-2 2-3 2-3 3-5']);
  });
});

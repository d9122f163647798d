import { describe, expect, it } from 'vitest';
import { type FilePacking, longestFirst, packPieces, pieceStarts, splitSize } from './pack-files.ts';

const packing = (parts: Partial<FilePacking>): FilePacking => ({
  maxPartitionBytes: 100,
  openCostInBytes: 10,
  minPartitionNum: 4,
  maxPartitionNum: undefined,
  ...parts,
});

/** The lengths of the pieces of each task. */
function packed(
  lengths: readonly number[],
  split: number,
  parts: Partial<FilePacking> = {},
): readonly string[] {
  const pieces = lengths.map((lengthBytes) => ({ lengthBytes }));
  return packPieces(pieces, split, packing(parts)).map((task) => task.map((p) => p.lengthBytes).join(' '));
}

describe('files', () => {
  it('are cut so that every core has a piece, but not below the open cost nor above the most', () => {
    expect(splitSize([200, 180], packing({}))).toBe(100);
    expect(splitSize([70, 30], packing({}))).toBe(30);
    expect(splitSize([1, 1], packing({}))).toBe(10);
  });

  it('begin their pieces at whole split sizes; one that cannot be cut is one piece, even if empty', () => {
    expect(pieceStarts(250, true, 100)).toEqual([0, 100, 200]);
    expect(pieceStarts(0, true, 100)).toEqual([]);
    expect(pieceStarts(0, false, 100)).toEqual([0]);
  });

  it('are packed longest first, those of one length in the order of the listing', () => {
    const pieces = [
      { lengthBytes: 5, name: 'a' },
      { lengthBytes: 9, name: 'b' },
      { lengthBytes: 5, name: 'c' },
    ];
    expect(longestFirst(pieces).map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it('fill a task until the next piece would not fit; only pieces before it count an open cost', () => {
    expect(packed([60, 30, 20, 20, 20], 100)).toEqual(['60 30', '20 20 20']);
    expect(packed([200, 5], 100)).toEqual(['200', '5']);
    expect(packed([], 100)).toEqual([]);
  });

  it('are packed again into larger tasks, not cut again, when there are too many', () => {
    expect(packed([90, 90, 90, 90], 100, { maxPartitionNum: 2 })).toEqual(['90 90', '90 90']);
    expect(packed([90, 90, 90], 100, { maxPartitionNum: 3 })).toEqual(['90', '90', '90']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenBlocks, seenSize, sizeCode } from './map-status.ts';

describe('the size of a shuffle block', () => {
  it.each([
    [0, 0],
    [1, 1],
    [100, 106],
    [1000, 1051],
    [65_536, 69_653],
    [1_048_576, 1_104_923],
    [67_108_864, 73_216_704],
    [268_435_456, 278_040_315],
    [33_425_585_429, 35_903_328_718],
  ])('of %d bytes is seen as %d', (bytes, seen) => expect(seenSize(bytes)).toBe(seen));

  it('has one of 255 codes, however large', () => {
    expect(sizeCode(Number.MAX_SAFE_INTEGER)).toBe(255);
  });

  it('never shrinks when the data doubles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (bytes) => {
        expect(seenSize(2 * bytes)).toBeGreaterThanOrEqual(seenSize(bytes));
      }),
    );
  });
});

describe('the blocks of a map task', () => {
  const settings = { highlyCompressAbove: 4, accurateBlockThreshold: 1000 };

  it('keep their sizes while reducers are few', () => {
    expect(seenBlocks([0, 100, 5000, 1], settings)).toEqual([0, 106, seenSize(5000), 1]);
  });

  it('of very many reducers have the average, but for empty and large ones', () => {
    expect(seenBlocks([0, 100, 300, 5000, 201], settings)).toEqual([0, 200, 200, seenSize(5000), 200]);
  });
});

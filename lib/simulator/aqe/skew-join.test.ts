import { describe, expect, it } from 'vitest';
import { aqeSettings } from './aqe-settings.ts';
import type { ReadSpec } from './read-spec.ts';
import { measureSkew, splitSkewedJoin } from './skew-join.ts';
import { shuffleOf, written } from './testing.ts';

const settings = aqeSettings({
  spark: '3.5',
  cores: 8,
  conf: {
    'spark.sql.adaptive.advisoryPartitionSizeInBytes': '100',
    'spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes': '300',
  },
});

/** Reducer 1 is hot: four mappers of 100 bytes. */
const HOT = shuffleOf([
  [10, 10, 10, 10],
  [100, 100, 100, 100],
  [5, 5, 5, 5],
]);
const EVEN = written(30, 30, 30);

function shown(reads: readonly ReadSpec[] | undefined): string | undefined {
  return reads
    ?.map((read) => {
      if (read.type === 'partialReducer') return `${read.reducer}[${read.startMap}-${read.endMap}]`;
      return read.type === 'coalesced' ? String(read.startReducer) : read.type;
    })
    .join(' ');
}

describe('splitSkewedJoin', () => {
  it('reads a hot reducer by its mappers, and the other side once for each piece', () => {
    const split = splitSkewedJoin(HOT, EVEN, 'Inner', settings);
    expect(shown(split?.left)).toBe('0 1[0-1] 1[1-2] 1[2-3] 1[3-4] 2');
    expect(shown(split?.right)).toBe('0 1 1 1 1 2');
    expect(split?.skewed).toEqual([{ side: 'left', reducer: 1, bytes: 400, pieces: 4 }]);
  });

  it('lets every piece meet every piece where both sides are hot', () => {
    const split = splitSkewedJoin(HOT, HOT, 'Inner', settings);
    expect(split?.left).toHaveLength(2 + 16);
  });

  it('splits only a side whose rows may be met several times', () => {
    expect(splitSkewedJoin(HOT, EVEN, 'LeftAnti', settings)).toBeDefined();
    expect(splitSkewedJoin(EVEN, HOT, 'LeftAnti', settings)).toBeUndefined();
    expect(splitSkewedJoin(EVEN, HOT, 'RightOuter', settings)).toBeDefined();
    expect(splitSkewedJoin(HOT, HOT, 'FullOuter', settings)).toBeUndefined();
  });

  it('cannot split what one mapper has written', () => {
    expect(splitSkewedJoin(written(40, 400, 20), EVEN, 'Inner', settings)).toBeUndefined();
  });

  it('does nothing without a map task', () => {
    expect(splitSkewedJoin({ ...HOT, bytesByReducer: undefined }, EVEN, 'Inner', settings)).toBeUndefined();
  });
});

describe('measureSkew', () => {
  it('takes the middle, the larger threshold, and the mean of what is not skewed', () => {
    expect(measureSkew([100, 120, 2000, 110, 90], settings)).toEqual({
      medianBytes: 110,
      thresholdBytes: 550,
      targetBytes: 105,
    });
  });

  it('knows no median below one byte', () => {
    expect(measureSkew([0, 0, 0, 0], settings).medianBytes).toBe(1);
  });

  it('does not mind the order of the reducers', () => {
    expect(measureSkew([5, 400, 7], settings)).toEqual(measureSkew([400, 5, 7], settings));
  });
});

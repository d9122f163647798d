import { describe, expect, it } from 'vitest';
import { joinedRows, planJoin } from './join-plan.ts';
import { settingsOf } from './knob-settings.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';

const MIB = 2 ** 20;

function operators(changes: Partial<Knobs>, otherRows = 1e9) {
  const knobs = { ...DEFAULT_KNOBS, ...changes };
  const { planned, converted } = planJoin(knobs, otherRows, settingsOf(knobs));
  return [planned.operator, converted?.operator];
}

describe('planJoin', () => {
  it('broadcasts a file of exactly the threshold and sorts for one byte more', () => {
    expect(operators({ otherBytes: 10 * MIB })).toEqual(['BroadcastHashJoin', undefined]);
    expect(operators({ otherBytes: 10 * MIB + 1 })).toEqual(['SortMergeJoin', undefined]);
  });

  it('becomes a broadcast in an adaptive run whose other side turns out small', () => {
    expect(operators({ otherBytes: 100 * MIB }, 1000)).toEqual(['SortMergeJoin', 'BroadcastHashJoin']);
    expect(operators({ otherBytes: 100 * MIB, adaptive: false }, 1000)).toEqual(['SortMergeJoin', undefined]);
    expect(operators({ otherBytes: 100 * MIB, joinType: 'FullOuter' }, 1000)).toEqual([
      'SortMergeJoin',
      undefined,
    ]);
  });

  it('goes by bytes of rows before compression, not by those of the file', () => {
    expect(operators({ otherBytes: 100 * MIB, rowBytes: 1000 }, 10_000)[1]).toBe('BroadcastHashJoin');
    expect(operators({ otherBytes: 100 * MIB, rowBytes: 1100 }, 10_000)[1]).toBeUndefined();
  });
});

describe('joinedRows', () => {
  it.each([
    ['Inner', 50],
    ['LeftSemi', 50],
    ['LeftOuter', 100],
    ['LeftAnti', 50],
    ['RightOuter', 70],
    ['FullOuter', 100],
  ] as const)('a %s join of 100 rows puts out %d where half of them match one of 70', (joinType, rows) => {
    expect(joinedRows({ joinType, otherKept: 0.5 }, 100, 70)).toBe(rows);
  });
});

import { describe, expect, it } from 'vitest';
import { chooseJoin, type JoinQuestion } from './choose-join.ts';

const MIB = 2 ** 20;

function choose(question: Partial<JoinQuestion>, conf: Readonly<Record<string, string>> = {}): string {
  const { operator, buildSide } = chooseJoin(
    { joinType: 'Inner', condition: 'equi', leftBytes: 100 * MIB, rightBytes: 90 * MIB, ...question },
    { spark: '3.5', cores: 4, conf },
  );
  return buildSide === null ? operator : `${operator} ${buildSide}`;
}

describe('chooseJoin', () => {
  it('broadcasts up to the threshold and sorts above it', () => {
    expect(choose({ rightBytes: 10 * MIB })).toBe('BroadcastHashJoin right');
    expect(choose({ rightBytes: 10 * MIB + 1 })).toBe('SortMergeJoin');
    expect(choose({ rightBytes: MIB }, { 'spark.sql.autoBroadcastJoinThreshold': '-1' })).toBe(
      'SortMergeJoin',
    );
  });

  it('never builds the side that an outer join keeps whole', () => {
    expect(choose({ joinType: 'LeftOuter', leftBytes: MIB })).toBe('SortMergeJoin');
    expect(choose({ joinType: 'RightOuter', leftBytes: MIB })).toBe('BroadcastHashJoin left');
    expect(choose({ joinType: 'FullOuter', leftBytes: 1, rightBytes: 1 })).toBe('SortMergeJoin');
  });

  it('broadcasts either side for a nested loop, whichever is small', () => {
    const loop = { condition: 'nonEqui', joinType: 'LeftOuter' } as const;
    expect(choose({ ...loop, leftBytes: MIB })).toBe('BroadcastNestedLoopJoin left');
    expect(choose({ ...loop, leftBytes: MIB, rightBytes: 2 * MIB })).toBe('BroadcastNestedLoopJoin right');
    expect(choose(loop)).toBe('BroadcastNestedLoopJoin right');
    expect(choose({ condition: 'none', joinType: 'Cross' })).toBe('CartesianProduct');
  });

  it('hashes without sorting where a side is much smaller and sorting is not preferred', () => {
    const conf = { 'spark.sql.join.preferSortMergeJoin': 'false' };
    expect(choose({ rightBytes: 30 * MIB }, conf)).toBe('ShuffledHashJoin right');
    expect(choose({ rightBytes: 40 * MIB }, conf)).toBe('SortMergeJoin');
  });

  it('follows hints that the join type allows', () => {
    expect(choose({ rightHint: 'BROADCAST' })).toBe('BroadcastHashJoin right');
    expect(choose({ leftHint: 'BROADCAST', joinType: 'LeftSemi' })).toBe('SortMergeJoin');
    expect(choose({ leftHint: 'SHUFFLE_HASH' })).toBe('ShuffledHashJoin left');
  });
});

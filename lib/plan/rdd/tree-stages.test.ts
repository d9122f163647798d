import { describe, expect, it } from 'vitest';
import { treeStages } from './tree-stages.ts';

describe('treeStages', () => {
  it('merges in the square root of the partitions, where that is fewer', () => {
    expect(treeStages(16, 'python')).toEqual([16, 4]);
    expect(treeStages(8, 'jvm')).toEqual([8, 2]);
    expect(treeStages(4, 'python')).toEqual([4]);
    expect(treeStages(1, 'jvm')).toEqual([1]);
  });

  it('rounds up on the JVM before it decides', () => {
    expect(treeStages(5, 'python')).toEqual([5, 1]);
    expect(treeStages(5, 'jvm')).toEqual([5]);
  });
});

import { describe, expect, it } from 'vitest';
import { groupBy } from './group-by.ts';

describe('groupBy', () => {
  it('keeps the order of items and of keys', () => {
    const groups = groupBy(['bee', 'ant', 'bat', 'asp'], (word) => word[0]);
    expect([...groups]).toEqual([
      ['b', ['bee', 'bat']],
      ['a', ['ant', 'asp']],
    ]);
  });

  it('of nothing is nothing', () => {
    expect(groupBy([], (item) => item).size).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { chainBound, idealTime } from './stage-bounds.ts';
import { stagesFrom } from './testing.ts';

describe('idealTime', () => {
  it('is the work shared out over the slots, but never shorter than the longest task', () => {
    expect([idealTime([10, 10, 10, 10], 2).value, idealTime([10, 10, 10, 90], 4).value]).toEqual([20, 90]);
  });

  it('says what it was computed from', () => {
    expect(idealTime([10, 30], 2).inputs.map(({ name, value }) => [name, value])).toEqual([
      ['longest task', 30],
      ['work of all tasks', 40],
      ['slots', 2],
    ]);
  });
});

describe('chainBound', () => {
  it('adds up the longest tasks along the longest chain of stages', () => {
    expect(chainBound(stagesFrom('0: 10 20\n1: 50\n2 < 0 1: 5\n3 < 0: 10'))).toBe(55_000);
  });
});

import { describe, expect, it } from 'vitest';
import { steadyList } from './steady.ts';

interface Row {
  readonly id: string;
  readonly value: number;
}
const row = (id: string, value: number): Row => ({ id, value });
const byId = ({ id }: Row) => id;

describe('steadyList', () => {
  const before = [row('a', 1), row('b', 2)];

  it('is the list before where nothing has changed', () => {
    expect(steadyList(before, [row('a', 1), row('b', 2)], byId)).toBe(before);
  });

  it('keeps what is the same, also in another place, and takes what is not', () => {
    const next = steadyList(before, [row('b', 2), row('c', 3), row('a', 9)], byId);
    expect(next[0]).toBe(before[1]);
    expect(next.slice(1)).toEqual([row('c', 3), row('a', 9)]);
  });

  it('tells a shorter list and another order from the one before', () => {
    expect(steadyList(before, [row('a', 1)], byId)).not.toBe(before);
    expect(steadyList(before, [row('b', 2), row('a', 1)], byId)).not.toBe(before);
  });
});

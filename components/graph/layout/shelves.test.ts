import { describe, expect, it } from 'vitest';
import { shelves } from './shelves.ts';

const squares = (count: number) => Array.from({ length: count }, () => ({ width: 100, height: 100 }));

describe('shelves', () => {
  it('are wider in a wide window and higher in a narrow one', () => {
    expect(shelves(squares(9), 0, 9).height).toBe(100);
    expect(shelves(squares(9), 0, 1).height).toBe(300);
    expect(shelves(squares(9), 0, 0.1).width).toBe(100);
  });

  it('keep the order, and never overlap', () => {
    const { at } = shelves([{ width: 300, height: 50 }, ...squares(3)], 10, 1);
    expect(at[0]).toEqual({ x: 0, y: 0 });
    expect(at[1]).toEqual({ x: 0, y: 60 });
  });

  it('of nothing have no size', () => {
    expect(shelves([], 10, 1)).toEqual({ at: [], width: 0, height: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { rowForKey } from './row-keys.ts';

const press = (key: string, current: number) => rowForKey(key, current, 100, 20);

describe('rowForKey', () => {
  it('moves by one, by a page, and to the ends', () => {
    expect(press('ArrowDown', 5)).toBe(6);
    expect(press('ArrowUp', 5)).toBe(4);
    expect(press('PageDown', 5)).toBe(25);
    expect(press('PageUp', 50)).toBe(30);
    expect(press('Home', 50)).toBe(0);
    expect(press('End', 50)).toBe(99);
  });

  it('stays inside the table', () => {
    expect(press('ArrowUp', 0)).toBe(0);
    expect(press('ArrowDown', 99)).toBe(99);
    expect(press('PageDown', 95)).toBe(99);
    expect(press('PageUp', 3)).toBe(0);
  });

  it('starts at the first row when none was active', () => {
    expect(press('ArrowDown', -1)).toBe(0);
    expect(press('ArrowUp', -1)).toBe(0);
  });

  it('leaves other keys alone', () => {
    expect(press('a', 5)).toBeUndefined();
    expect(press('Tab', 5)).toBeUndefined();
  });
});

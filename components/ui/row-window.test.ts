import { describe, expect, it } from 'vitest';
import { rowWindow, scrollTopFor } from './row-window.ts';

const short = { count: 1000, rowPx: 32, viewPx: 320, scrollTop: 0 };
const long = { count: 1_000_000, rowPx: 32, viewPx: 320, scrollTop: 0 };

describe('rowWindow', () => {
  it('draws what is in view and some rows around it', () => {
    expect(rowWindow(short, 2)).toEqual({ first: 0, end: 12, above: 0, below: 988 * 32 });
    expect(rowWindow({ ...short, scrollTop: 3200 }, 2)).toEqual({
      first: 98,
      end: 112,
      above: 98 * 32,
      below: 888 * 32,
    });
  });

  it('has nothing to draw for an empty list, and all of a list that fits', () => {
    expect(rowWindow({ ...short, count: 0 })).toEqual({ first: 0, end: 0, above: 0, below: 0 });
    expect(rowWindow({ ...short, count: 5 })).toEqual({ first: 0, end: 5, above: 0, below: 0 });
  });

  it('stays drawable with a million rows and still reaches the last one', () => {
    const { above, below } = rowWindow(long);
    expect(above + below).toBeLessThan(8_000_001);
    const bottom = { ...long, scrollTop: 8_000_000 - 320 };
    expect(rowWindow(bottom).end).toBe(1_000_000);
    expect(rowWindow(bottom).below).toBeCloseTo(0, 6);
  });
});

describe('scrollTopFor', () => {
  it('is undefined for a row in view', () => {
    expect(scrollTopFor(3, short)).toBeUndefined();
  });

  it.each([short, long])('brings a row into view from above and from below', (list) => {
    for (const row of [0, 500, list.count - 1]) {
      const from = { ...list, scrollTop: 12_345 };
      const scrollTop = scrollTopFor(row, from) ?? from.scrollTop;
      const { first, end } = rowWindow({ ...from, scrollTop }, 0);
      expect(first).toBeLessThanOrEqual(row);
      expect(end).toBeGreaterThan(row);
    }
  });
});

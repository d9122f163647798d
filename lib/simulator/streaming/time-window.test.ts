import { describe, expect, it } from 'vitest';
import { windowsAt, windowTime } from './time-window.ts';

const starts = (time: number, lengthMs: number, slideMs: number, startMs = 0) =>
  windowsAt(time, { lengthMs, slideMs, startMs }).map((window) => window.startMs);

describe('windowsAt', () => {
  it('puts a time into one tumbling window, its start included', () => {
    expect(starts(9, 10, 10)).toEqual([0]);
    expect(starts(10, 10, 10)).toEqual([10]);
  });

  it('puts it into every sliding window that is open then', () => {
    expect(starts(12, 10, 5)).toEqual([10, 5]);
    expect(starts(14, 10, 4)).toEqual([12, 8]);
    expect(starts(16, 10, 4)).toEqual([16, 12, 8]);
  });

  it('moves windows by their start, also before 1970', () => {
    expect(starts(12, 10, 10, 5)).toEqual([5]);
    expect(starts(-1, 10, 10)).toEqual([-10]);
  });
});

describe('windowTime', () => {
  it('is the last moment of the window', () => {
    expect(windowTime({ startMs: 0, endMs: 10 })).toBeLessThan(10);
  });
});

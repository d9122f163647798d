import { describe, expect, it } from 'vitest';
import { tickLabel, ticks } from './ticks.ts';

describe('ticks', () => {
  it('are round moments of time', () => {
    expect(ticks(0, 17_865, 6, 'ms')).toEqual([0, 5000, 10_000, 15_000]);
    expect(ticks(61_000, 200_000, 5, 'ms')).toEqual([90_000, 120_000, 150_000, 180_000]);
    expect(ticks(0, 10 * 86_400_000, 5, 'ms').length).toBeLessThanOrEqual(6);
  });

  it('are round in powers of 1024 for bytes', () => {
    expect(ticks(0, 5 * 1024 ** 2, 5, 'bytes')).toEqual([0, 1, 2, 3, 4, 5].map((n) => n * 1024 ** 2));
  });

  it('are whole for counts', () => {
    expect(ticks(0, 3, 10, 'count')).toEqual([0, 1, 2, 3]);
    expect(ticks(0, 412, 4, 'count')).toEqual([0, 200, 400]);
  });

  it('are none without a range', () => {
    expect(ticks(5, 5, 4, 'count')).toEqual([]);
    expect(ticks(0, Number.NaN, 4, 'count')).toEqual([]);
  });
});

describe('tickLabel', () => {
  it.each([
    [0, 'ms', '0'],
    [250, 'ms', '250 ms'],
    [1500, 'ms', '1.5 s'],
    [90_000, 'ms', '1 m 30 s'],
    [7_200_000, 'ms', '2 h'],
    [2 * 1024 ** 2, 'bytes', '2 MiB'],
    [1_200_000, 'count', '1.2M'],
  ] as const)('%d %s is "%s"', (value, unit, label) => {
    expect(tickLabel(value, unit)).toBe(label);
  });
});

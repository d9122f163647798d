import { describe, expect, it } from 'vitest';
import { fittingScale, valueScale } from './value-scale.ts';

const MIB = 2 ** 20;

describe('valueScale', () => {
  it('draws in proportion on a linear scale', () => {
    const { height } = valueScale(200, 'count', 'linear');
    expect([height(0), height(50), height(200)]).toEqual([0, 0.25, 1]);
  });

  it('gives every power of ten the same room on a log scale', () => {
    const { height } = valueScale(100_000, 'count', 'log');
    expect([0, 1, 10, 100, 100_000].map(height).map((each) => Number(each.toFixed(6)))).toEqual([
      0, 0, 0.2, 0.4, 1,
    ]);
  });

  it('fits a tower among small bars by their magnitude', () => {
    expect([fittingScale(100, 40), fittingScale(5000, 60)]).toEqual(['linear', 'log']);
  });

  it('labels log scales of bytes with round sizes', () => {
    expect(valueScale(64 * MIB, 'bytes', 'log').ticks(9)).toEqual([1024, 32 * 1024, MIB, 32 * MIB]);
    expect(valueScale(1000, 'count', 'log').ticks(3)).toEqual([1, 100]);
  });
});

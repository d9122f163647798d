import { describe, expect, it } from 'vitest';
import { shapeDistance } from './shape-distance.ts';

describe('shapeDistance', () => {
  it('goes by proportions, not by heights', () => {
    expect(shapeDistance([1, 2, 1], [10, 20, 10])).toBe(0);
  });

  it('is what lies in other bars, as a share', () => {
    expect(shapeDistance([1, 1], [1, 0])).toBe(0.5);
    expect(shapeDistance([1, 0], [0, 1])).toBe(1);
  });

  it('takes bars that are missing for empty ones, and nothing for nothing like it', () => {
    expect(shapeDistance([4], [4, 0, 0])).toBe(0);
    expect(shapeDistance([0, 0], [1, 2])).toBe(1);
    expect(shapeDistance([], [])).toBe(0);
  });
});

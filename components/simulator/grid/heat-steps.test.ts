import { describe, expect, it } from 'vitest';
import { heatSteps, SHADES, shadeOf, shadeOpacity } from './heat-steps.ts';

describe('the shades of the heat grid', () => {
  it('run from the smallest to the largest value, each as many times larger', () => {
    const steps = heatSteps([0, 1, 64, 1_000_000]);
    expect(steps).toHaveLength(SHADES);
    expect(steps[0]).toBe(1);
    expect(steps[3]).toBeCloseTo(1000);
    expect([0, 1, 999, 1_000_000].map((value) => shadeOf(value, steps))).toEqual([-1, 0, 2, 5]);
  });

  it('are one where all values are alike, and none where there are none', () => {
    expect(heatSteps([5, 5, 5.5])).toEqual([5]);
    expect(heatSteps([0, 0])).toEqual([]);
    expect(shadeOf(5, [5])).toBe(0);
  });

  it('are solid for the hottest', () => {
    expect(shadeOpacity(5, heatSteps([1, 1e6]))).toBe(1);
    expect(shadeOpacity(-1, [])).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { spreadLabels } from './line-labels.ts';

describe('spreadLabels', () => {
  it('leaves labels at their lines where there is room', () => {
    expect(spreadLabels([20, 60, 100], 14, 10, 120)).toEqual([20, 60, 100]);
  });

  it('moves labels of close lines apart, keeping their order', () => {
    expect(spreadLabels([100, 98, 96], 14, 10, 110)).toEqual([100, 86, 72]);
    expect(spreadLabels([11, 12], 14, 10, 110)).toEqual([10, 24]);
  });
});

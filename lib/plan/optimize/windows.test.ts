import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('CollapseWindow and TransposeWindow', () => {
  it('runs windows over the same partitions and order as one', () => {
    expect(
      shape(
        'select sum(amount) over (partition by region order by day), max(amount) over (partition by region order by day) from orders',
      ).match(/Window/g),
    ).toHaveLength(1);
  });
});

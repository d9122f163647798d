import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PushPredicateThroughNonJoin', () => {
  it('filters groups by their keys before grouping', () => {
    expect(
      shape("select * from (select region, count(*) from orders group by region) where region = 'a'"),
    ).toBe('Aggregate(Project(Filter(orders)))');
  });

  it('filters by what is counted only after grouping', () => {
    expect(
      shape('select * from (select region, count(*) as n from orders group by region) where n > 1'),
    ).toMatch(/^Filter\(Aggregate/);
  });
});

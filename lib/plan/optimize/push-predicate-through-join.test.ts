import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';

describe('PushPredicateThroughJoin', () => {
  it('makes a join by key of a filtered cross join', () => {
    expect(
      joins(plannedSql('select o.region from orders o, customers c where o.customer_id = c.customer_id')),
    ).toEqual(['SortMergeJoin Inner']);
  });
});

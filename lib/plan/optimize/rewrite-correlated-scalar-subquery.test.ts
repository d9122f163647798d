import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';

describe('RewriteCorrelatedScalarSubquery', () => {
  it('joins the value looked up for each row from an aggregate', () => {
    expect(
      joins(
        plannedSql(
          'select * from orders o where amount > (select avg(amount) from orders i where i.customer_id = o.customer_id)',
        ),
      ),
    ).toEqual(['SortMergeJoin Inner']);
  });
});

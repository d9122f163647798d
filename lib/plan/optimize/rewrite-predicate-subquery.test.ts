import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';

describe('RewritePredicateSubquery', () => {
  it('runs EXISTS as a semi join and NOT EXISTS as an anti join', () => {
    const where = 'exists (select 1 from customers c where c.customer_id = o.customer_id)';
    expect(joins(plannedSql(`select * from orders o where ${where}`))).toEqual(['SortMergeJoin LeftSemi']);
    expect(joins(plannedSql(`select * from orders o where not ${where}`))).toEqual([
      'SortMergeJoin LeftAnti',
    ]);
  });

  it('runs IN under an OR as an existence join', () => {
    expect(
      joins(
        plannedSql(
          'select * from orders where amount > 1 or customer_id in (select customer_id from customers)',
        ),
      ),
    ).toEqual(['SortMergeJoin ExistenceJoin(exists)']);
  });
});

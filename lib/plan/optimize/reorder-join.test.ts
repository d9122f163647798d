import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';

describe('ReorderJoin', () => {
  it('joins by keys before anything is crossed', () => {
    expect(
      joins(
        plannedSql(
          'select 1 from orders o, staff s, customers c where o.customer_id = c.customer_id and c.customer_id = s.emp_id',
        ),
      ),
    ).toEqual(['SortMergeJoin Inner', 'SortMergeJoin Inner']);
  });
});

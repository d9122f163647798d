import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';
import { shape } from './testing.ts';

describe('BooleanSimplification', () => {
  it('joins by what all branches of an OR have in common', () => {
    expect(
      shape(
        "select c.name from orders o, customers c where (o.customer_id = c.customer_id and o.region = 'a' and c.segment = 'x') or (o.customer_id = c.customer_id and o.region = 'b')",
      ),
    ).toContain('Inner(');
    const [join] = joins(
      plannedSql(
        "select c.name from orders o, customers c where (o.customer_id = c.customer_id and o.amount > 1) or (o.customer_id = c.customer_id and c.segment = 'x')",
      ),
    );
    expect(join).toBe('SortMergeJoin Inner');
  });
});

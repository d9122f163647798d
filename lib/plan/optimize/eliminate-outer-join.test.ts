import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('EliminateOuterJoin', () => {
  it('makes an inner join of a left join whose filled-up rows are dropped again', () => {
    expect(
      shape(
        "select o.region from orders o left join customers c on o.customer_id = c.customer_id where c.segment = 'a'",
      ),
    ).toContain('Inner(');
  });

  it('drops a left join with a side that is unique and not read', () => {
    expect(
      shape(
        'select o.region from orders o left join (select customer_id from customers group by customer_id) c on o.customer_id = c.customer_id',
      ),
    ).toBe('Project(orders)');
  });
});

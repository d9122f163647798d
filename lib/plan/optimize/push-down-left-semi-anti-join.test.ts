import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PushDownLeftSemiAntiJoin', () => {
  it('joins in each input of a union', () => {
    expect(
      shape(
        'select * from (select customer_id from orders union all select customer_id from customers) u left semi join staff s on u.customer_id = s.emp_id',
      ),
    ).toMatch(/^Union\(LeftSemi.*LeftSemi/);
  });
});

import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PushLeftSemiLeftAntiThroughJoin', () => {
  it('filters the side that a semi join reads before the join below it', () => {
    expect(
      shape(
        'select o.region from orders o join customers c on o.customer_id = c.customer_id left semi join staff s on o.order_id = s.emp_id',
      ),
    ).toMatch(/Inner\(.*LeftSemi/);
  });
});

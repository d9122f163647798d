import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PropagateEmptyRelation', () => {
  it('leaves out a join with nothing', () => {
    expect(
      shape(
        'select o.region from orders o join (select * from customers where false) c on o.customer_id = c.customer_id',
      ),
    ).toBe('EmptyRelation');
  });
});

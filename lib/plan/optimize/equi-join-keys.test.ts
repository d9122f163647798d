import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('extractEquiJoinKeys', () => {
  it('compares nulls by a default and by whether they are null', () => {
    expect(
      exchanges(plannedSql('select 1 from orders o join customers c on o.customer_id <=> c.customer_id')),
    ).toEqual([
      'hash coalesce(customer_id, 0),isnull(customer_id) 8',
      'hash coalesce(customer_id, 0),isnull(customer_id) 8',
    ]);
  });
});

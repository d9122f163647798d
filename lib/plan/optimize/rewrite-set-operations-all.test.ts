import { describe, expect, it } from 'vitest';
import { exchanges, joins, plannedSql } from '../physical/testing.ts';

describe('RewriteExceptAll', () => {
  it('counts equal rows over a union instead of joining', () => {
    const plan = plannedSql('select customer_id from orders except all select customer_id from customers');
    expect(joins(plan)).toEqual([]);
    expect(exchanges(plan)).toEqual(['hash customer_id 8']);
  });
});

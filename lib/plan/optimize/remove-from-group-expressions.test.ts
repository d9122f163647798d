import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('RemoveLiteralFromGroupExpressions', () => {
  it('does not group by a constant', () => {
    expect(exchanges(plannedSql("select region, count(*) from orders group by region, 'a'"))).toEqual([
      'hash region 8',
    ]);
  });
});

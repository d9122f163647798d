import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('PushProjectionThroughLimit', () => {
  it('computes columns below a limit, so that it meets the sort', () => {
    expect(
      exchanges(plannedSql('select amount + 1 from (select * from orders order by day limit 3)')),
    ).toEqual([]);
  });
});

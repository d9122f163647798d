import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('FoldablePropagation', () => {
  it('does not sort by a column that is a constant', () => {
    expect(
      exchanges(plannedSql("select * from (select 'a' as k, amount from orders) order by k, amount")),
    ).toEqual(['range amount ASC NULLS FIRST 8']);
  });
});

import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('OptimizeOneRowPlan', () => {
  it('does not sort a single row', () => {
    expect(exchanges(plannedSql('select sum(amount) as s from orders order by s'))).toEqual(['single']);
  });
});

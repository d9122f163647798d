import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from './testing.ts';

describe('AggUtils', () => {
  it('groups by the column of a DISTINCT first, then by the keys', () => {
    expect(exchanges(plannedSql('select region, count(distinct day) from orders group by region'))).toEqual([
      'hash region 8',
      'hash region,day 8',
    ]);
  });

  it('gathers an aggregate without keys in one partition', () => {
    expect(exchanges(plannedSql('select sum(amount) from orders'))).toEqual(['single']);
  });
});

import { describe, expect, it } from 'vitest';
import { operatorName } from './because.ts';
import { exchanges, plannedSql } from './testing.ts';

describe('SpecialLimits', () => {
  it('keeps the first rows of each partition of a sort with a limit, and shuffles nothing', () => {
    const plan = plannedSql('select * from orders order by amount limit 3');
    expect(operatorName(plan)).toBe('TakeOrderedAndProject');
    expect(exchanges(plan)).toEqual([]);
  });

  it('collects a limit at the end without a shuffle, and gathers one in the middle in one partition', () => {
    expect(operatorName(plannedSql('select * from orders limit 3'))).toBe('CollectLimit');
    expect(exchanges(plannedSql('select count(*) from (select * from orders limit 3)'))).toEqual(['single']);
  });
});

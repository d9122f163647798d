import { describe, expect, it } from 'vitest';
import { joins, plannedSql } from '../physical/testing.ts';

describe('ReplaceIntersectWithSemiJoin', () => {
  it('runs INTERSECT as a semi join and a distinct', () => {
    expect(
      joins(plannedSql('select customer_id from orders intersect select customer_id from customers')),
    ).toEqual(['SortMergeJoin LeftSemi']);
  });

  it('runs EXCEPT as an anti join and a distinct', () => {
    expect(
      joins(plannedSql('select customer_id from orders except select customer_id from customers')),
    ).toEqual(['SortMergeJoin LeftAnti']);
  });
});

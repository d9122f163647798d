import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';

describe('PullOutGroupingExpressions', () => {
  it('shuffles by a column named _groupingexpression', () => {
    expect(exchanges(plannedSql('select year(day), count(*) from orders group by year(day)'))).toEqual([
      'hash _groupingexpression 8',
    ]);
  });
});

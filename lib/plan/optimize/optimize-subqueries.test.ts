import { describe, expect, it } from 'vitest';
import { exchanges, plannedSql } from '../physical/testing.ts';
import { operatorsOf } from '../physical/traverse.ts';

describe('OptimizeSubqueries', () => {
  it('plans a fixed subquery by itself', () => {
    const plan = plannedSql('select * from orders where amount > (select avg(amount) from orders)');
    expect(exchanges(plan)).toEqual([]);
    expect(
      [...operatorsOf(plan)]
        .flatMap((operator) => operator.subqueries ?? [])
        .map((each) => exchanges(each.plan)),
    ).toEqual([['single']]);
  });
});

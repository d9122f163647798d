import { expect, it } from 'vitest';
import { outputOf } from '../logical/output.ts';
import { optimizedPlan } from '../optimize/testing.ts';
import { knownDistinct } from './known-distinct.ts';

/** How many values the last column of a query can take. */
function distinct(sql: string): number | undefined {
  const plan = optimizedPlan(sql);
  return knownDistinct(outputOf(plan).at(-1)!, plan);
}

it('knows how many remainders a number can leave, through names and casts', () => {
  expect(distinct('select order_id % 7 as day from orders')).toBe(7);
  expect(distinct('select day as d from (select order_id % 7 as day from orders where amount > 1)')).toBe(7);
  expect(distinct('select amount, customer_id % 5 from orders')).toBe(5);
});

it('knows that the groups of a range’s remainders are nearly equal', () => {
  expect(distinct('select id % 7 as v, count(*) as n from range(1000) group by id % 7')).toBe(2);
  expect(
    distinct('select customer_id % 7 as v, count(*) as n from orders group by customer_id % 7'),
  ).toBeUndefined();
});

it('knows nothing of what only the data tell', () => {
  expect(distinct('select region from orders')).toBeUndefined();
  expect(distinct('select amount + 1 from orders')).toBeUndefined();
});

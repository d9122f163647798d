import { expect, it } from 'vitest';
import type { PhysicalPlan } from './physical-plan.ts';
import { PlanMap } from './plan-map.ts';
import { plannedSql } from './testing.ts';
import { operatorsOf } from './traverse.ts';

function shuffles(sql: string): readonly PhysicalPlan[] {
  return [...operatorsOf(plannedSql(sql))].filter(({ kind }) => kind === 'ShuffleExchange');
}

it('finds the value of a plan that computes the same from other columns of the same table', () => {
  const map = new PlanMap<string>();
  const [grouped] = shuffles('select region, sum(amount) from orders group by region');
  map.set(grouped!, 'there');
  const [again] = shuffles('select region, sum(amount) from orders group by region');
  expect(again).not.toBe(grouped);
  expect(map.get(again!)).toBe('there');
});

it('tells plans apart that look alike', () => {
  const map = new PlanMap<string>();
  map.set(shuffles('select region, sum(amount) from orders group by region')[0]!, 'sum');
  expect(map.get(shuffles('select region, max(amount) from orders group by region')[0]!)).toBeUndefined();
  expect(map.get(shuffles('select name, count(*) from customers group by name')[0]!)).toBeUndefined();
});

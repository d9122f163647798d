import { expect, it } from 'vitest';
import { planOf } from '../analyze/testing.ts';
import { mapExpressions, somePlan, transformPlanUp } from './traverse.ts';

it('leaves a plan the same object where nothing changes', () => {
  const plan = planOf(
    'select region, count(*) from orders join customers using (customer_id) group by rollup(region) order by 2',
  );
  expect(transformPlanUp(plan, (node) => mapExpressions(node, (each) => each))).toBe(plan);
});

it('finds nodes anywhere below', () => {
  const plan = planOf('select * from orders union all select * from orders');
  expect(somePlan(plan, (node) => node.kind === 'Union')).toBe(true);
  expect(somePlan(plan, (node) => node.kind === 'Join')).toBe(false);
});

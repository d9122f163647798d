import { expect, it } from 'vitest';
import { col, columnsOf, shortTree, TestBench } from './testing.ts';

it('unionByName puts the right side into the order of the left one, and nulls where a side has no such column', () => {
  const { analyzer, plans } = new TestBench();
  const a = analyzer.project(plans.get('orders')!, [col('region'), col('amount')], 1);
  const b = analyzer.project(plans.get('staff')!, [col('salary as amount'), col('emp_id')], 2);
  const plan = analyzer.union(a, b, 'name', true, 3);
  expect(columnsOf(plan)).toEqual(['region string', 'amount double', 'emp_id int']);
  expect(shortTree(plan)).toContain('Project [null AS region, amount, emp_id]');
});

it('a union with itself has each column once', () => {
  const { analyzer, plans } = new TestBench();
  const staff = plans.get('staff')!;
  const plan = analyzer.union(staff, staff, 'position', false, 1);
  expect(columnsOf(analyzer.distinct(plan, 2))).toEqual(['emp_id int', 'manager_id int', 'salary int']);
});

import { describe, expect, it } from 'vitest';
import { outputOf } from '../logical/output.ts';
import { col, columnsOf, columnsOfSql, shortTree, TestBench, treeOf } from './testing.ts';

describe('a join', () => {
  it('casts keys of different types', () => {
    expect(treeOf('select 1 from orders o join staff s on o.customer_id = s.emp_id').split('\n')[1]).toBe(
      '  Join Inner, (customer_id = cast(emp_id as bigint))',
    );
  });

  it('of a DataFrame with itself gives the right side new columns', () => {
    const { analyzer, plans } = new TestBench();
    const staff = plans.get('staff')!;
    const on = col('e.manager_id = m.emp_id');
    const plan = analyzer.join(analyzer.alias(staff, 'e', 1), analyzer.alias(staff, 'm', 2), on, 'Inner', 3);
    expect(new Set(outputOf(plan).map((attribute) => attribute.id)).size).toBe(6);
    const both = analyzer.project(plan, [col('e.salary'), col('m.salary')], 4);
    expect(outputOf(both).map((attribute) => attribute.qualifier)).toEqual([['e'], ['m']]);
    expect(analyzer.problems).toEqual([]);
  });

  it('takes df["a"] == df["a"] for one of each side', () => {
    const { analyzer, plans } = new TestBench();
    const staff = plans.get('staff')!;
    const key = { kind: 'reference', attribute: analyzer.attribute(staff, 'emp_id')! } as const;
    const plan = analyzer.join(staff, staff, { kind: 'call', fn: '=', args: [key, key] }, 'Inner', 1);
    const condition = plan.kind === 'Join' ? plan.condition : undefined;
    const ids = condition?.kind === 'call' ? condition.args.map((arg) => 'id' in arg && arg.id) : [];
    expect(new Set(ids).size).toBe(2);
  });

  it('takes df["a"] from the right side when a join renewed it there', () => {
    const { analyzer, plans } = new TestBench();
    const staff = plans.get('staff')!;
    const bosses = analyzer.project(staff, [col('manager_id as boss')], 1);
    const on = {
      kind: 'call',
      fn: '=',
      args: [col('boss'), { kind: 'reference', attribute: analyzer.attribute(staff, 'emp_id')! }],
    } as const;
    expect(shortTree(analyzer.join(bosses, staff, on, 'Inner', 2)).split('\n')[0]).toBe(
      'Join Inner, (boss = emp_id)',
    );
    expect(analyzer.problems).toEqual([]);
  });
});

describe('a join with USING', () => {
  it.each([
    ['inner', ['customer_id bigint', 'amount double', 'name string']],
    ['left', ['customer_id bigint', 'amount double', 'name string']],
    ['full', ['customer_id bigint', 'amount double', 'name string']],
    ['left semi', ['customer_id bigint', 'amount double']],
  ])('%s has the key once, in front', (how, columns) => {
    const sql = `select * from (select amount, customer_id from orders) ${how} join (select name, customer_id from customers) using (customer_id)`;
    expect(columnsOfSql(sql)).toEqual(columns);
  });

  it('coalesces the keys of a full join, and lets each side be asked for its own', () => {
    const plan = treeOf(
      'select customer_id, o.customer_id, c.customer_id from orders o full join customers c using (customer_id)',
    );
    expect(plan).toContain('coalesce(customer_id, customer_id) AS customer_id');
    expect(plan.split('\n')[0]).toBe('Project [customer_id, customer_id, customer_id]');
  });

  it('takes the key of a right join from the right side', () => {
    const { analyzer, plans } = new TestBench();
    const join = analyzer.join(
      plans.get('orders')!,
      plans.get('customers')!,
      ['customer_id'],
      'RightOuter',
      1,
    );
    const key = outputOf(join)[0]?.id;
    expect(outputOf(plans.get('customers')!)[0]?.id).toBe(key);
    expect(columnsOf(join)[1]).toBe('order_id bigint');
  });
});

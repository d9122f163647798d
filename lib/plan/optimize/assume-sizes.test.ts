import { describe, expect, it } from 'vitest';
import { TestBench } from '../analyze/testing.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { expressionsOf, walkPlan } from '../logical/traverse.ts';
import { assumeSizes } from './assume-sizes.ts';
import { sizeInBytes } from './size-in-bytes.ts';

/** The sources of a query over tables of unknown size, each with the KiB that it is taken to have. */
function assumed(sql: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  const look = (plan: LogicalPlan): void =>
    walkPlan(plan, (node) => {
      if (node.kind === 'Relation') found[node.source.slice(5)] = sizeInBytes(node) / 1024;
      for (const each of expressionsOf(node)) if ('plan' in each) look(each.plan);
    });
  look(assumeSizes(new TestBench('3.5', {}, { sized: false }).sql(sql)));
  return found;
}

describe('assumeSizes', () => {
  it('takes a table for larger than the one whose first column it refers to', () => {
    expect(assumed('select * from orders o join customers c on o.customer_id = c.customer_id')).toEqual({
      orders: 16,
      customers: 2,
    });
    expect(assumed('select * from customers c, orders o where c.customer_id = o.customer_id')).toEqual({
      orders: 16,
      customers: 2,
    });
  });

  it('follows columns through new names and casts', () => {
    expect(
      assumed(
        'select * from (select cast(customer_id as string) as who from orders) o join customers c on who = cast(c.customer_id as string)',
      ),
    ).toEqual({ orders: 16, customers: 2 });
  });

  it('takes a table at the end of a longer chain for larger still', () => {
    expect(
      assumed(
        `select * from visits v join orders o on size(v.pages) > 0 and v.ts = o.day and v.geo.zip = 1
         join customers c on o.customer_id = c.customer_id join staff s on s.salary = o.order_id`,
      ),
    ).toEqual({ visits: 64, orders: 16, customers: 2, staff: 128 });
  });

  it('looks into subqueries', () => {
    expect(assumed('select * from orders where customer_id in (select customer_id from customers)')).toEqual({
      orders: 16,
      customers: 2,
    });
  });

  it('keeps one size where nothing tells which side is larger', () => {
    expect(assumed('select * from orders o join customers c on o.order_id = c.customer_id')).toEqual({
      orders: 64,
      customers: 64,
    });
    expect(assumed('select * from staff e join staff m on e.manager_id = m.emp_id')).toEqual({ staff: 64 });
  });

  it('ends where tables refer to each other', () => {
    expect(
      assumed(
        'select * from orders o join customers c on o.customer_id = c.customer_id and c.name = cast(o.order_id as string)',
      ),
    ).toEqual({ orders: 128, customers: 16 });
  });

  it('leaves plans with known sizes and without joins as they are', () => {
    const known = new TestBench().sql(
      'select * from orders o join customers c on o.customer_id = c.customer_id',
    );
    expect(assumeSizes(known)).toBe(known);
    const single = new TestBench('3.5', {}, { sized: false }).sql('select * from orders where order_id = 1');
    expect(assumeSizes(single)).toBe(single);
  });
});

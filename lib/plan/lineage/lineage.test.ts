import { describe, expect, it } from 'vitest';
import { planOf } from '../analyze/testing.ts';
import { lineageOf } from './lineage.ts';

function lineage(sql: string): ReturnType<typeof lineageOf> {
  return lineageOf(planOf(sql));
}

describe('the sources of a column', () => {
  it('are those whose values flow in, apart from those that only decide', () => {
    const [column] = lineage(
      "select sum(case when region = 'EU' then amount else 0 end) filter (where day is not null) as x from orders",
    ).columns;
    expect(column).toEqual({
      column: 'x',
      direct: [['data/orders', 'amount']],
      conditional: [
        ['data/orders', 'day'],
        ['data/orders', 'region'],
      ],
      window: [],
    });
  });

  it('of a window function are its arguments, its keys are apart', () => {
    const [column] = lineage(
      'select sum(amount) over (partition by region order by day) as x from orders',
    ).columns;
    expect(column?.direct).toEqual([['data/orders', 'amount']]);
    expect(column?.window).toEqual([
      ['data/orders', 'day'],
      ['data/orders', 'region'],
    ]);
  });

  it('of a rank are also what it is ordered by', () => {
    const columns = lineage(
      'select rank() over (order by day) as r, row_number() over (order by day) as n from orders',
    ).columns;
    expect(columns.map((column) => column.direct)).toEqual([[['data/orders', 'day']], []]);
  });

  it('of a union are those of all its inputs by position', () => {
    expect(
      lineage('select region from orders union all select name from customers').columns[0]?.direct,
    ).toEqual([
      ['data/customers', 'name'],
      ['data/orders', 'region'],
    ]);
  });

  it('go through subqueries and common table expressions', () => {
    const [column] = lineage(
      'with t as (select max(amount) as m from orders) select (select m from t) as x from customers',
    ).columns;
    expect(column?.direct).toEqual([['data/orders', 'amount']]);
  });

  it('of a struct’s field are the struct’s column', () => {
    expect(lineage('select upper(geo.city) as c from visits').columns[0]?.direct).toEqual([
      ['data/visits', 'geo'],
    ]);
  });
});

describe('columns that decide about rows', () => {
  it('are those of filters, joins, groups and sorts anywhere below', () => {
    expect(
      lineage(`select name, count(*) from orders o join customers c on o.customer_id = c.customer_id
        where amount > 1 and o.order_id in (select emp_id from staff) group by name order by name`).indirect,
    ).toEqual({
      filter: [
        ['data/orders', 'amount'],
        ['data/orders', 'order_id'],
        ['data/staff', 'emp_id'],
      ],
      join: [
        ['data/customers', 'customer_id'],
        ['data/orders', 'customer_id'],
      ],
      groupBy: [['data/customers', 'name']],
      sort: [['data/customers', 'name']],
    });
  });
});

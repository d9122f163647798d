import { describe, expect, it } from 'vitest';
import { TestBench } from '../analyze/testing.ts';
import { planKey } from './plan-key.ts';

const SQL = 'select region, sum(amount) as s from orders where amount > 3 group by region';
const key = (sql: string) => planKey(new TestBench().sql(sql));

describe('planKey', () => {
  it('is the same for the same query asked again, whose columns have other ids', () => {
    const bench = new TestBench();
    const [first, second] = [bench.sql(SQL), bench.sql(SQL)];
    expect(first).not.toEqual(second);
    expect(planKey(first).text).toBe(planKey(second).text);
  });

  it.each([
    SQL.replace('3', '4'),
    SQL.replace('as s', 'as t'),
    SQL.replace('sum', 'max'),
    SQL.replaceAll('region', 'day'),
    SQL.replace('orders', '(select * from orders)'),
  ])('is another one for %s', (other) => {
    expect(key(other).text).not.toBe(key(SQL).text);
  });

  it('tells columns with one name apart', () => {
    const self = (on: string) => key(`select 1 from staff a join staff b on ${on}`).text;
    expect(self('a.manager_id = b.emp_id')).not.toBe(self('a.emp_id = b.manager_id'));
  });

  it('gives the operations that made the nodes', () => {
    expect(key(SQL).places).toEqual([0, 1]);
  });
});

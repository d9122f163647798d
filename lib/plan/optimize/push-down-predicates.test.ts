import { describe, expect, it } from 'vitest';
import { notesOf, shape } from './testing.ts';

describe('PushDownPredicates', () => {
  it('asks a condition before it joins', () => {
    expect(
      shape(
        "select o.region from orders o join customers c on o.customer_id = c.customer_id where c.segment = 'a'",
      ),
    ).toBe('Project(Inner(Project(Filter(orders)), Project(Filter(customers))))');
  });

  it('says where a filter went', () => {
    const whats = (sql: string) =>
      notesOf(sql)
        .filter(({ rule }) => rule === 'PushDownPredicates')
        .map(({ what }) => what);
    expect(
      whats(
        "select o.region from orders o join customers c on o.customer_id = c.customer_id where c.segment = 'a'",
      ),
    ).toEqual(['the filter is done before the join, in the input that has its columns']);
    expect(whats('select o.region from orders o, customers c where o.customer_id = c.customer_id')).toEqual([
      'the filter becomes the condition of the join',
    ]);
    expect(
      whats("select * from (select region, count(*) as n from orders group by region) where region = 'n'"),
    ).toEqual(['the filter is done before the grouping']);
  });
});

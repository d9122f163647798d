import { describe, expect, it } from 'vitest';
import { outputOf } from '../logical/output.ts';
import { columnsOfSql, planOf, treeOf } from './testing.ts';

describe('SELECT', () => {
  it('may use earlier aliases of its list, computed in steps below', () => {
    expect(
      treeOf('select amount * 2 as d, d + 1 as e, e * 2 as f from orders').split('\n').slice(0, 3),
    ).toEqual([
      'Project [d, e, (e * cast(2 as double)) AS f]',
      '  Project [order_id, customer_id, region, amount, day, d, (d + cast(1 as double)) AS e]',
      '    Project [order_id, customer_id, region, amount, day, (amount * cast(2 as double)) AS d]',
    ]);
  });

  it('names nested fields by their last part', () => {
    expect(columnsOfSql('select geo.city, tags["a"], pages[0], geo.* from visits')).toEqual([
      'city string',
      'tags[a] int',
      'pages[0] string',
      'city string',
      'zip int',
    ]);
  });

  it('prefers a table before the dot to a column with fields', () => {
    expect(columnsOfSql('select geo.zip from (select 1 as zip) geo')).toEqual(['zip int!']);
  });

  it('takes generators out, before and after FROM', () => {
    expect(treeOf('select user_id, explode(tags) as (k, v) from visits').split('\n')[0]).toBe(
      'Project [user_id, k, v]',
    );
    expect(
      columnsOfSql('select user_id, p.pos, page from visits lateral view posexplode(pages) p as pos, page'),
    ).toEqual(['user_id bigint', 'pos int!', 'page string']);
  });

  it('copies a common table expression for each reference', () => {
    const plan = planOf(
      'with t as (select region from orders) select * from t a join t b on a.region = b.region',
    );
    expect(new Set(outputOf(plan).map((attribute) => attribute.id)).size).toBe(2);
  });

  it('reads columns of the query around a subquery as outer references', () => {
    const tree = treeOf(
      'select (select max(amount) from orders o where o.customer_id = c.customer_id) as m from customers c',
    );
    expect(tree).toContain('Project [scalar-subquery [] AS m]');
    const plan = planOf(
      'select name from customers c where customer_id not in (select customer_id from orders)',
    );
    expect(outputOf(plan)[0]?.name).toBe('name');
  });

  it('puts hints on the relations they name', () => {
    expect(
      treeOf('select /*+ broadcast(c), repartition(3) */ 1 from orders o join customers c on true')
        .split('\n')
        .map((line) => line.trim().split(' ')[0]),
    ).toEqual([
      'Repartition',
      'Project',
      'Join',
      'SubqueryAlias',
      'SubqueryAlias',
      'orders',
      'JoinHint',
      'SubqueryAlias',
      'SubqueryAlias',
      'customers',
    ]);
  });

  it('casts the sides of a union to their common types', () => {
    expect(
      treeOf('select emp_id from staff union all select customer_id from customers').split('\n')[1],
    ).toBe('  Project [cast(emp_id as bigint) AS emp_id]');
  });
});

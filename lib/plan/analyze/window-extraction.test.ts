import { expect, it } from 'vitest';
import { treeOf } from './testing.ts';

it('puts window functions with the same specification into one Window, in the order of the list', () => {
  const tree =
    treeOf(`select order_id, sum(amount) over (partition by region) as t, count(*) over (partition by region) as n,
    rank() over (partition by region order by amount) as r from orders`);
  expect(tree.match(/Window/g)).toHaveLength(2);
  expect(tree.split('\n')[2]).toContain(
    'AS t, count(1) windowspecdefinition(region, unspecifiedframe$()) AS n',
  );
});

it('computes what a window function reads below it', () => {
  const tree = treeOf('select sum(amount * 2) over (partition by upper(region)) + 1 as x from orders');
  expect(tree.split('\n').slice(2, 4)).toEqual([
    '    Window [sum(_w0) windowspecdefinition(_w1, unspecifiedframe$()) AS _we0], [_w1], []',
    '      Project [(amount * cast(2 as double)) AS _w0, upper(region) AS _w1]',
  ]);
});

it('puts windows over the results of an aggregation above it, and HAVING between them', () => {
  const tree = treeOf(
    'select region, rank() over (order by sum(amount)) as r from orders group by region having count(*) > 1',
  );
  expect(tree.split('\n').map((line) => line.trim().split(' ')[0])).toEqual([
    'Project',
    'Window',
    'Project',
    'Filter',
    'Aggregate',
    'SubqueryAlias',
    'orders',
  ]);
});

import { expect, it } from 'vitest';
import { treeOf } from '../analyze/testing.ts';

it('prints a plan as a tree, parents first', () => {
  expect(
    treeOf('select region, sum(amount) as s from orders where amount > 1 group by region order by s'),
  ).toBe(
    [
      'Sort [s ASC NULLS FIRST], true',
      '  Aggregate [region], [region, sum(amount) AS s]',
      '    Filter (amount > cast(1 as double))',
      '      SubqueryAlias orders',
      '        orders',
    ].join('\n'),
  );
});

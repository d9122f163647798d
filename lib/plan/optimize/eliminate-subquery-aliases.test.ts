import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('EliminateSubqueryAliases', () => {
  it('leaves no names of subqueries', () => {
    expect(shape('select x.amount from (select * from orders) x where x.amount > 1')).toBe(
      'Project(Filter(orders))',
    );
  });
});

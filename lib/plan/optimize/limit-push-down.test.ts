import { describe, expect, it } from 'vitest';
import { notesOf, shape } from './testing.ts';

describe('LimitPushDown', () => {
  it('takes no more rows of each input of a union than are asked for', () => {
    expect(shape('select region from orders union all select name from customers limit 5')).toBe(
      'GlobalLimit(LocalLimit(Union(LocalLimit(Project(orders)), LocalLimit(Project(customers)))))',
    );
  });

  it('groups nothing for one row of a distinct', () => {
    expect(shape('select distinct region from orders limit 1')).not.toContain('Aggregate');
  });

  it('says so', () => {
    expect(notesOf('select region from orders union all select name from customers limit 5')).toMatchObject([
      { rule: 'LimitPushDown', what: 'no more than 5 rows are taken of each input' },
    ]);
  });
});

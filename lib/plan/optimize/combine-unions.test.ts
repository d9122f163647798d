import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('CombineUnions', () => {
  it('makes one union of nested ones', () => {
    expect(
      shape(
        'select region from orders union all (select name from customers union all select segment from customers)',
      ),
    ).toBe('Union(Project(orders), Project(customers), Project(customers))');
  });
});

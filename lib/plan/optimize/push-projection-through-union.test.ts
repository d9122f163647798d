import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PushProjectionThroughUnion', () => {
  it('computes columns in each input of a union', () => {
    expect(
      shape('select upper(region) from (select region from orders union all select name from customers)'),
    ).toBe('Union(Project(orders), Project(customers))');
  });
});

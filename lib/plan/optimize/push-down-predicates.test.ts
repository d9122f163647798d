import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PushDownPredicates', () => {
  it('asks a condition before it joins', () => {
    expect(
      shape(
        "select o.region from orders o join customers c on o.customer_id = c.customer_id where c.segment = 'a'",
      ),
    ).toBe('Project(Inner(Project(Filter(orders)), Project(Filter(customers))))');
  });
});

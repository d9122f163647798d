import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('ReplaceExceptWithFilter', () => {
  it('filters what is taken away of the same table', () => {
    expect(shape('select * from orders where amount > 1 except select * from orders where amount > 5')).toBe(
      'Aggregate(Filter(orders))',
    );
  });
});

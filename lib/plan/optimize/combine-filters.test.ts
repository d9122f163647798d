import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('CombineFilters', () => {
  it('makes one filter of two', () => {
    expect(shape('select * from (select * from orders where amount > 1) where amount < 9')).toBe(
      'Filter(orders)',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('PruneFilters', () => {
  it('drops a filter that lets everything through', () => {
    expect(shape('select * from orders where true')).toBe('orders');
  });
});

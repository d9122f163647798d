import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('CollapseProject', () => {
  it('makes one projection of two', () => {
    expect(shape('select a + 1 as b from (select amount * 2 as a from orders)')).toBe('Project(orders)');
  });
});

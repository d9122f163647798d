import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('RemoveNoopOperators', () => {
  it('drops a projection to the same columns', () => {
    expect(shape('select * from orders')).toBe('orders');
  });
});

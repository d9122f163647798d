import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('ConstantFolding', () => {
  it('sees that a comparison of constants lets nothing through', () => {
    expect(shape('select * from orders where 1 = 2')).toBe('EmptyRelation');
  });
});

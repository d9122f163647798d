import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('ConvertToLocalRelation', () => {
  it('computes what the plan itself holds while planning', () => {
    expect(shape('select x + 1 from values (1), (2) as t(x)')).toBe('LocalRelation');
  });
});

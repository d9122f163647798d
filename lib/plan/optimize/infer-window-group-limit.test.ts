import { describe, expect, it } from 'vitest';
import { shape } from './testing.ts';

describe('InferWindowGroupLimit', () => {
  it('turns the first rows by row_number over everything into a sort with a limit', () => {
    expect(
      shape(
        'select * from (select amount, row_number() over (order by amount) as r from orders) where r <= 3',
      ),
    ).toContain('GlobalLimit(LocalLimit(Sort(');
  });
});

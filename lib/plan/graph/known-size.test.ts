import { describe, expect, it } from 'vitest';
import { TestBench } from '../analyze/testing.ts';
import { knownSize } from './known-size.ts';

describe('knownSize', () => {
  it('is Spark’s estimate where all sources are sized', () => {
    expect(knownSize(new TestBench().sql('SELECT * FROM orders'))).toBe(1000);
  });

  it('is not known where a source’s is not, however far above', () => {
    const unsized = new TestBench('3.5', {}, { sized: false });
    expect(knownSize(unsized.sql('SELECT region, count(*) FROM orders GROUP BY region'))).toBeUndefined();
    expect(knownSize(unsized.sql('SELECT * FROM range(10)'))).toBe(80);
  });
});

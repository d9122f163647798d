import { describe, expect, it } from 'vitest';
import { col } from '../analyze/testing.ts';
import { bench, exchanges, planned } from '../physical/testing.ts';

describe('OptimizeRepartition', () => {
  it('repartitions by a constant into one partition', () => {
    const test = bench();
    const { analyzer } = test;
    expect(
      exchanges(planned(analyzer.repartitionBy(test.table('orders'), [col("'a'")], undefined, 'hash', 1))),
    ).toEqual(['single']);
  });
});

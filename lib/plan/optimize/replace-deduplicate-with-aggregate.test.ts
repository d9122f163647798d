import { describe, expect, it } from 'vitest';
import { bench, exchanges, planned } from '../physical/testing.ts';

describe('ReplaceDeduplicateWithAggregate', () => {
  it('groups by the columns that must differ', () => {
    const test = bench();
    const { analyzer } = test;
    expect(exchanges(planned(analyzer.dropDuplicates(test.table('orders'), ['region'], 1)))).toEqual([
      'hash region 8',
    ]);
  });
});

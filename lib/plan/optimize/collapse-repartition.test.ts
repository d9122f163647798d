import { describe, expect, it } from 'vitest';
import { bench, exchanges, planned } from '../physical/testing.ts';

describe('CollapseRepartition', () => {
  it('keeps only the last of adjacent repartitions', () => {
    const test = bench();
    const { analyzer } = test;
    const twice = analyzer.repartition(analyzer.repartition(test.table('orders'), 4, true, 1), 6, true, 2);
    expect(exchanges(planned(twice))).toEqual(['roundrobin 6']);
  });
});

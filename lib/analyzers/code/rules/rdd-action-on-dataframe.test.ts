import { describe, expect, it } from 'vitest';
import { fixed, lintText } from '../testing.ts';
import { rddActionOnDataframe } from './rdd-action-on-dataframe.ts';

describe('rdd-action-on-dataframe', () => {
  it('names actions on a DataFrame’s RDD', async () => {
    const found = await lintText(
      rddActionOnDataframe,
      ['rows = events.limit(3).rdd.collect()', 'n = events.rdd.count()', 'events.rdd.take(2)'].join('\n'),
    );
    expect(found).toEqual(['1 DRV-08', '2 DRV-08', '3 DRV-08']);
  });

  it('finds nothing on other RDDs', async () => {
    const found = await lintText(
      rddActionOnDataframe,
      ['sc.parallelize([1]).collect()', 'events.rdd.map(lambda r: r.kind).collect()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the DataFrame differs', async () => {
    const found = await lintText(
      rddActionOnDataframe,
      ['events.rdd.first()', 'events.rdd.getNumPartitions()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('acts on the DataFrame', async () => {
    expect(await fixed(rddActionOnDataframe, 'n = events.rdd.count()')).toBe('n = events.count()');
  });
});

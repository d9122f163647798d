import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { leavingDataframe } from './leaving-dataframe.ts';

describe('leaving-dataframe', () => {
  it('names map() and filter() on a DataFrame’s RDD', async () => {
    const found = await lintText(
      leavingDataframe,
      [
        'events.rdd.map(lambda r: r.kind).distinct().count()',
        'events.rdd.filter(lambda r: r.amount > 1).count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 RDD-01', '2 RDD-01']);
  });

  it('finds nothing on other RDDs, dicts and lists', async () => {
    const found = await lintText(
      leavingDataframe,
      [
        'sc.parallelize([1]).map(lambda x: x + 1).collect()',
        'list(map(str, [1]))',
        'events.rdd.getNumPartitions()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

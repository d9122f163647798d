import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { rddSort } from './rdd-sort.ts';

describe('rdd-sort', () => {
  it('names a sort of what a file gives', async () => {
    const found = await lintText(
      rddSort,
      [
        'sc.textFile("data/log", 4).map(lambda l: (l, 1)).sortByKey().take(3)',
        'sc.textFile("data/log", 4).sortBy(lambda l: l).take(3)',
      ].join('\n'),
    );
    expect(found).toEqual(['1 RDD-04', '2 RDD-04']);
  });

  it('finds nothing on a cache, on shuffled rows, and on rows of the program', async () => {
    const found = await lintText(
      rddSort,
      [
        'sc.textFile("data/log", 4).map(lambda l: (l, 1)).cache().sortByKey().take(3)',
        'sc.textFile("data/log", 4).map(lambda l: (l, 1)).reduceByKey(lambda a, b: a + b).sortByKey().take(3)',
        'sc.parallelize([(2, 1), (1, 1)]).sortByKey().collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

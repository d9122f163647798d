import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { differentlyPartitionedRdds } from './differently-partitioned-rdds.ts';

const PAIRS = 'pairs = sc.textFile("data/a").map(lambda l: (l, 1))';

describe('differently-partitioned-rdds', () => {
  it('names sums in 8 partitions joined with sums in 16', async () => {
    const found = await lintText(
      differentlyPartitionedRdds,
      [
        PAIRS,
        'a = pairs.reduceByKey(lambda x, y: x + y, 8)',
        'b = pairs.reduceByKey(lambda x, y: x + y, 16)',
        'a.join(b).count()',
      ].join('\n'),
    );
    expect(found).toEqual(['4 RDD-05']);
  });

  it('finds nothing where they lie alike, or one of them lies by nothing', async () => {
    const found = await lintText(
      differentlyPartitionedRdds,
      [
        PAIRS,
        'a = pairs.reduceByKey(lambda x, y: x + y, 8)',
        'a.join(pairs.groupByKey(8)).count()',
        'a.join(pairs).count()',
        'a.map(lambda p: p).join(pairs.groupByKey(16)).count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves joins of DataFrames alone', async () => {
    const found = await lintText(differentlyPartitionedRdds, 'events.join(users, "user_id").count()');
    expect(found).toEqual([]);
  });
});

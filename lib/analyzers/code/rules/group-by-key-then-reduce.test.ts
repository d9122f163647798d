import { describe, expect, it } from 'vitest';
import { fixed, lintText } from '../testing.ts';
import { groupByKeyThenReduce } from './group-by-key-then-reduce.ts';

describe('group-by-key-then-reduce', () => {
  it('names groups that become one value', async () => {
    const found = await lintText(
      groupByKeyThenReduce,
      [
        'pairs = sc.parallelize([("a", 1)])',
        'pairs.groupByKey().mapValues(sum).collect()',
        'pairs.groupByKey().mapValues(lambda vs: max(vs)).collect()',
        'pairs.groupByKey().mapValues(len).collect()',
      ].join('\n'),
    );
    expect(found).toEqual(['2 RDD-02', '3 RDD-02', '4 RDD-02']);
  });

  it('finds nothing where all values are needed', async () => {
    const found = await lintText(
      groupByKeyThenReduce,
      [
        'pairs = sc.parallelize([("a", 1)])',
        'pairs.groupByKey().mapValues(list).collect()',
        'pairs.groupByKey().mapValues(lambda vs: sorted(vs)[0]).collect()',
        'pairs.mapValues(sum).collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('reduces by key', async () => {
    const text =
      'p = sc.parallelize([("a", 1)])\nx = p.groupByKey().mapValues(sum).collect()\ny = p.groupByKey().mapValues(len)';
    expect(await fixed(groupByKeyThenReduce, text)).toBe(
      'p = sc.parallelize([("a", 1)])\nx = p.reduceByKey(lambda a, b: a + b).collect()\ny = p.groupByKey().mapValues(len)',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { actionInLoop } from './action-in-loop.ts';

describe('action-in-loop', () => {
  it('names a count for each value', async () => {
    const found = await lintText(
      actionInLoop,
      ['for kind in ["a", "b", "c"]:', '    print(events.filter(events.kind == kind).count())'].join('\n'),
    );
    expect(found).toEqual(['2 DRV-05']);
  });

  it('names one in a comprehension', async () => {
    const found = await lintText(
      actionInLoop,
      'counts = [events.filter(F.col("kind") == k).count() for k in ("a", "b")]',
    );
    expect(found).toEqual(['1 DRV-05']);
  });

  it('names one in a function that a loop calls', async () => {
    const found = await lintText(
      actionInLoop,
      [
        'def size(kind):',
        '    return events.filter(F.col("kind") == kind).count()',
        '',
        'for kind in ["a", "b"]:',
        '    size(kind)',
      ].join('\n'),
    );
    expect(found).toEqual(['2 DRV-05']);
  });

  it('finds nothing where each turn reads its own source', async () => {
    const found = await lintText(
      actionInLoop,
      ['for path in ["a", "b"]:', '    print(spark.read.parquet(path).count())'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where a turn works on the result of the one before', async () => {
    const found = await lintText(
      actionInLoop,
      [
        'level = users.select("user_id")',
        'for depth in range(3):',
        '    level = events.join(level, "user_id").select("user_id")',
        '    print(level.count())',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for writes, for cached data and for what the loop goes over', async () => {
    const found = await lintText(
      actionInLoop,
      [
        'for kind in ["a", "b"]:',
        '    events.filter(F.col("kind") == kind).write.parquet(f"out/{kind}")',
        'cached = events.cache()',
        'for kind in ["a", "b"]:',
        '    cached.filter(F.col("kind") == kind).count()',
        'for row in events.groupBy("kind").count().collect():',
        '    print(row)',
        'for word in ["a"]:',
        '    ["a", "b"].count(word)',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

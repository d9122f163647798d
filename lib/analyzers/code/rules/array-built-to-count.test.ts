import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { arrayBuiltToCount } from './array-built-to-count.ts';

describe('array-built-to-count', () => {
  it('names arrays that are only counted or thinned out', async () => {
    const found = await lintText(
      arrayBuiltToCount,
      [
        'events.groupBy("kind").agg(F.size(F.collect_set("user_id")).alias("n")).collect()',
        'events.groupBy("kind").agg(F.size(F.collect_list("user_id"))).collect()',
        'events.groupBy("kind").agg(F.array_distinct(F.collect_list("user_id"))).collect()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 COL-11', '2 COL-11', '3 COL-11']);
  });

  it('finds nothing where the array is wanted', async () => {
    const found = await lintText(
      arrayBuiltToCount,
      [
        'events.groupBy("kind").agg(F.collect_set("user_id").alias("ids")).collect()',
        'events.select(F.size("tags")).limit(3).collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

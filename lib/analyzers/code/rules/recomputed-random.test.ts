import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { recomputedRandom } from './recomputed-random.ts';

const JOINED = 'all = events.join(users, "user_id")';

describe('recomputed-random', () => {
  it('names ids and random numbers over a shuffle that two actions use', async () => {
    const found = await lintText(
      recomputedRandom,
      [
        JOINED,
        'drawn = all.withColumn("r", F.rand(7))',
        'drawn.filter("r < 0.8").write.parquet("out/train")',
        'drawn.filter("r >= 0.8").write.parquet("out/test")',
        'ids = all.withColumn("id", F.monotonically_increasing_id())',
        'ids.select("id", "kind").write.parquet("out/a")',
        'ids.select("id", "country").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 COL-06', '5 COL-06']);
  });

  it('finds nothing for one action, where the column is not used, and where it is kept', async () => {
    const found = await lintText(
      recomputedRandom,
      [
        JOINED,
        'drawn = all.withColumn("r", F.rand(7))',
        'drawn.write.parquet("out/a")',
        'drawn.select("kind").write.parquet("out/b")',
        'kept = all.withColumn("r", F.rand(7)).checkpoint()',
        'kept.filter("r < 0.8").write.parquet("out/c")',
        'kept.filter("r >= 0.8").write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing over files, whose rows come in the same order, and for values of the row', async () => {
    const found = await lintText(
      recomputedRandom,
      [
        'drawn = events.withColumn("r", F.rand(7))',
        'drawn.filter("r < 0.8").write.parquet("out/a")',
        'drawn.filter("r >= 0.8").write.parquet("out/b")',
        JOINED,
        'hashed = all.withColumn("r", F.xxhash64("event_id"))',
        'hashed.filter("r < 0").write.parquet("out/c")',
        'hashed.filter("r >= 0").write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { keyAfterFullJoin } from './key-after-full-join.ts';

describe('key-after-full-join', () => {
  it('names a group-by and a window by the key of a full outer join', async () => {
    const found = await lintText(
      keyAfterFullJoin,
      [
        'both = events.join(users, "user_id", "full")',
        'both.groupBy("user_id").count().write.parquet("out/a")',
        'w = Window.partitionBy("user_id").orderBy("ts")',
        'both.withColumn("n", F.row_number().over(w)).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 SHF-22', '4 SHF-22']);
  });

  it('finds nothing for other keys, which need a shuffle anyway, and for other joins', async () => {
    const found = await lintText(
      keyAfterFullJoin,
      [
        'events.join(users, "user_id", "full").groupBy("country").count().write.parquet("out/a")',
        'events.join(users, "user_id").groupBy("user_id").count().write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unorderedLimit } from './unordered-limit.ts';

describe('unordered-limit', () => {
  it('names a limit that is written or joined', async () => {
    const found = await lintText(
      unorderedLimit,
      [
        'events.limit(100).write.parquet("out/a")',
        'users.limit(10).join(events, "user_id").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 DET-03', '2 DET-03']);
  });

  it('finds nothing with an order', async () => {
    const found = await lintText(unorderedLimit, 'events.orderBy("ts").limit(100).write.parquet("out/a")');
    expect(found).toEqual([]);
  });

  it('finds nothing where rows are only looked at', async () => {
    const found = await lintText(
      unorderedLimit,
      [
        'events.limit(10).show()',
        'events.limit(10).collect()',
        'spark.range(5).limit(10).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

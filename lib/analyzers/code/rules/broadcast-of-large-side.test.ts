import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { broadcastOfLargeSide } from './broadcast-of-large-side.ts';

describe('broadcast-of-large-side', () => {
  it('names a hint on gigabytes of files', async () => {
    const found = await lintText(
      broadcastOfLargeSide,
      [
        'events.join(F.broadcast(users), "user_id").write.parquet("out/a")',
        'users.hint("broadcast").join(events, "user_id").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 JON-07', '2 JON-07']);
  });

  it('says so with less certainty where a filter is on the way', async () => {
    const [found] = await find(
      [broadcastOfLargeSide],
      'events.join(F.broadcast(users.filter("country = \'DE\'")), "user_id").write.parquet("out/a")',
    );
    expect(found).toMatchObject({ severity: 'medium', confidence: 'low' });
  });

  it('finds nothing for small sides, aggregates, limits, unknown sizes, and without a hint', async () => {
    const found = await lintText(
      broadcastOfLargeSide,
      [
        'events.join(F.broadcast(countries), events.kind == countries.country).write.parquet("out/a")',
        'events.join(F.broadcast(users.groupBy("country").count()), events.kind == users.country).write.parquet("out/b")',
        'events.join(F.broadcast(users.limit(10)), "user_id").write.parquet("out/c")',
        'events.join(F.broadcast(spark.read.parquet("other")), "user_id").write.parquet("out/d")',
        'events.join(users, "user_id").write.parquet("out/e")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

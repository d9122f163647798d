import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { overestimatedSide } from './overestimated-side.ts';

const PAIRS =
  'pairs = countries.join(countries.alias("o").select("region", F.col("country").alias("other")), "region")';
const CONF = { conf: { 'spark.sql.autoBroadcastJoinThreshold': '1MB' } };

describe('overestimated-side', () => {
  it('names a join of small sources, whose sizes Spark multiplies', async () => {
    const found = await lintText(
      overestimatedSide,
      [PAIRS, 'events.join(pairs, events.kind == pairs.country).write.parquet("out/a")'].join('\n'),
      CONF,
    );
    expect(found).toEqual(['2 JON-05']);
  });

  it('finds nothing with a hint, for sides that are broadcast already, and for large ones', async () => {
    const found = await lintText(
      overestimatedSide,
      [
        PAIRS,
        'events.join(F.broadcast(pairs), events.kind == pairs.country).write.parquet("out/a")',
        'events.join(countries, events.kind == countries.country).write.parquet("out/b")',
        'events.join(users, "user_id").write.parquet("out/c")',
      ].join('\n'),
      CONF,
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the kind of join forbids it, or broadcasts are turned off', async () => {
    const text = [PAIRS, 'events.join(pairs, events.kind == pairs.country, "full").write.parquet("out/a")'];
    expect(await lintText(overestimatedSide, text.join('\n'), CONF)).toEqual([]);
    const off = { conf: { 'spark.sql.autoBroadcastJoinThreshold': '-1' } };
    expect(await lintText(overestimatedSide, text.join('\n').replace(', "full"', ''), off)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { frozenTime } from './frozen-time.ts';

const STREAM = [
  'from datetime import datetime as dt, timedelta',
  'stream = spark.readStream.schema("ts timestamp").json("in")',
];

describe('frozen-time', () => {
  it('names Python’s clock in a filter and in a column of a stream', async () => {
    const found = await lintText(
      frozenTime,
      [
        ...STREAM,
        'recent = stream.filter(F.col("ts") > dt.now() - timedelta(hours=1))',
        'loaded = dt.utcnow()',
        'stamped = stream.withColumn("loaded", F.lit(loaded))',
      ].join('\n'),
    );
    expect(found).toEqual(['3 COL-12', '5 COL-12']);
  });

  it('finds nothing for Spark’s own clock, for batch queries, and for other methods called now()', async () => {
    const found = await lintText(
      frozenTime,
      [
        ...STREAM,
        'a = stream.filter(F.col("ts") > F.current_timestamp())',
        'b = events.filter(F.col("ts") > dt.now())',
        'c = stream.withColumn("x", F.lit(clock.now()))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

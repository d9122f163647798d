import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { streamDuplicatesWithoutWatermark } from './stream-duplicates-without-watermark.ts';

describe('stream-duplicates-without-watermark', () => {
  it('names it on a stream', async () => {
    const found = await lintText(
      streamDuplicatesWithoutWatermark,
      [
        's = spark.readStream.format("rate").load()',
        's.dropDuplicates(["value"]).writeStream.format("console").start()',
      ].join('\n'),
    );
    expect(found).toEqual(['2 STR-04']);
  });

  it('finds nothing with a watermark, and on other data', async () => {
    const found = await lintText(
      streamDuplicatesWithoutWatermark,
      [
        's = spark.readStream.format("rate").load()',
        's.withWatermark("timestamp", "1 hour").dropDuplicates(["value", "timestamp"]).writeStream.format("console").start()',
        'events.dropDuplicates(["kind"]).count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

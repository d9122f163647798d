import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { stateWithoutWatermark } from './state-without-watermark.ts';

describe('state-without-watermark', () => {
  it('names a group-by of a stream', async () => {
    const found = await lintText(
      stateWithoutWatermark,
      [
        's = spark.readStream.format("rate").load()',
        's.groupBy("value").count().writeStream.format("console").start()',
      ].join('\n'),
    );
    expect(found).toEqual(['2 STR-01']);
  });

  it('names a join of two streams', async () => {
    const found = await lintText(
      stateWithoutWatermark,
      [
        's = spark.readStream.format("rate").load()',
        's.join(spark.readStream.format("rate").load(), "value").writeStream.format("console").start()',
      ].join('\n'),
    );
    expect(found).toEqual(['2 STR-01']);
  });

  it('finds nothing with a watermark', async () => {
    const found = await lintText(
      stateWithoutWatermark,
      [
        's = spark.readStream.format("rate").load()',
        's.withWatermark("timestamp", "1 hour").groupBy(F.window("timestamp", "5 minutes")).count().writeStream.format("console").start()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for complete output, and for data that is no stream', async () => {
    const found = await lintText(
      stateWithoutWatermark,
      [
        's = spark.readStream.format("rate").load()',
        's.groupBy("value").count().writeStream.outputMode("complete").format("console").start()',
        'events.groupBy("kind").count().collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

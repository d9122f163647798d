import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { streamWithoutCheckpoint } from './stream-without-checkpoint.ts';

describe('stream-without-checkpoint', () => {
  it('names a query without it', async () => {
    const found = await lintText(
      streamWithoutCheckpoint,
      [
        's = spark.readStream.format("rate").load()',
        's.writeStream.format("parquet").option("path", "out/a").start()',
      ].join('\n'),
    );
    expect(found).toEqual(['2 STR-02']);
  });

  it('finds nothing with it, or for a trial', async () => {
    const found = await lintText(
      streamWithoutCheckpoint,
      [
        's = spark.readStream.format("rate").load()',
        's.writeStream.format("parquet").option("checkpointLocation", "cp").start("out/a")',
        's.writeStream.format("console").start()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for threads and plain writes', async () => {
    const found = await lintText(
      streamWithoutCheckpoint,
      ['import threading', 'threading.Thread(target=print).start()', 'events.write.parquet("out/a")'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });
});

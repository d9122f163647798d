import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { singlePartitionWrite } from './single-partition-write.ts';

describe('single-partition-write', () => {
  it('names a write from one partition', async () => {
    const found = await lintText(
      singlePartitionWrite,
      [
        'events.coalesce(1).write.parquet("out/a")',
        'events.repartition(1).select("kind").write.csv("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SHF-04', '2 SHF-04']);
  });

  it('finds nothing for small data and for a limit', async () => {
    const found = await lintText(
      singlePartitionWrite,
      ['countries.coalesce(1).write.csv("out/a")', 'events.limit(10).coalesce(1).write.csv("out/b")'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for more partitions, nor for the function', async () => {
    const found = await lintText(
      singlePartitionWrite,
      [
        'events.coalesce(8).write.parquet("out/a")',
        'events.select(F.coalesce("kind", "ts")).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('takes the result of an aggregate less seriously', async () => {
    const [found] = await find(
      [singlePartitionWrite],
      'events.groupBy("kind").count().coalesce(1).write.csv("out/a")',
    );
    expect(found?.severity).toBe('low');
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unreadablePath } from './unreadable-path.ts';

describe('unreadable-path', () => {
  it('names s3n, and the mount of DBFS given to Spark', async () => {
    const found = await lintText(
      unreadablePath,
      [
        'a = spark.read.parquet("s3n://bucket/a")',
        'a.write.parquet("/dbfs/mnt/out")',
        'spark.read.schema("a int").csv("/dbfs/mnt/in.csv").count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SRC-09', '2 SRC-09', '3 SRC-09']);
  });

  it('finds nothing for paths that Spark takes, and for Python’s own files', async () => {
    const found = await lintText(
      unreadablePath,
      [
        'spark.read.parquet("s3a://bucket/a").write.parquet("dbfs:/mnt/out")',
        'spark.read.parquet("/mnt/a").count()',
        'spark.read.parquet("file:/dbfs/mnt/a").count()',
        'open("/dbfs/mnt/in.csv").read()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unsplittableFile } from './unsplittable-file.ts';

describe('unsplittable-file', () => {
  it('names one file packed with gzip', async () => {
    const found = await lintText(
      unsplittableFile,
      [
        'spark.read.schema("a int").csv("data/day.csv.gz").write.parquet("out/a")',
        'spark.read.format("json").schema("a int").load("data/day.json.zst").count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 SRC-04', '2 SRC-04']);
  });

  it('finds nothing for many files, for bzip2, and for formats that are packed block by block', async () => {
    const found = await lintText(
      unsplittableFile,
      [
        'spark.read.schema("a int").csv("data/*.csv.gz").count()',
        'spark.read.schema("a int").csv("data/day.csv.bz2").count()',
        'spark.read.schema("a int").parquet("data/day.gz.parquet").count()',
        'spark.read.schema("a int").csv("data/day").count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { repartitionThenCoalesce } from './repartition-then-coalesce.ts';

describe('repartition-then-coalesce', () => {
  it('names a coalesce() right after', async () => {
    const found = await lintText(
      repartitionThenCoalesce,
      'events.repartition(100).filter("amount > 1").coalesce(10).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-03']);
  });

  it('names a second repartition', async () => {
    const found = await lintText(
      repartitionThenCoalesce,
      'events.coalesce(10).repartition(20, "kind").write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-03']);
  });

  it('finds nothing for rows that lie by key and are gathered', async () => {
    const found = await lintText(
      repartitionThenCoalesce,
      'events.repartition(100, "kind").coalesce(10).write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the first one is used elsewhere, or work stands between', async () => {
    const found = await lintText(
      repartitionThenCoalesce,
      [
        'p = events.repartition(100)',
        'p.coalesce(10).write.parquet("out/a")',
        'p.write.parquet("out/b")',
        'events.repartition(100).groupBy("kind").count().coalesce(1).write.parquet("out/c")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves the function coalesce alone', async () => {
    const found = await lintText(
      repartitionThenCoalesce,
      'events.repartition(10).select(F.coalesce("kind", "ts")).write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { emptySubset } from './empty-subset.ts';

describe('empty-subset', () => {
  it('names an empty list', async () => {
    const found = await lintText(emptySubset, 'events.dropDuplicates([]).write.parquet("out/a")');
    expect(found).toEqual(['1 SHF-13']);
  });

  it('names an empty list behind a name', async () => {
    const found = await lintText(
      emptySubset,
      ['keys = []', 'events.dropDuplicates(subset=keys).write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual(['2 SHF-13']);
  });

  it('finds nothing with columns or without the argument', async () => {
    const found = await lintText(
      emptySubset,
      [
        'events.dropDuplicates().write.parquet("out/a")',
        'events.dropDuplicates(["kind"]).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves pandas alone', async () => {
    const found = await lintText(
      emptySubset,
      ['import pandas as pd', 'pd.DataFrame({"a": [1]}).drop_duplicates([])'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

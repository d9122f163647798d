import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { arbitrarySurvivor } from './arbitrary-survivor.ts';

describe('arbitrary-survivor', () => {
  it('names dropDuplicates() by a key with other columns', async () => {
    const found = await lintText(
      arbitrarySurvivor,
      'events.dropDuplicates(["user_id"]).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 DET-04']);
  });

  it('finds nothing where only the key is read', async () => {
    const found = await lintText(
      arbitrarySurvivor,
      [
        'events.dropDuplicates(["user_id"]).select("user_id").write.parquet("out/a")',
        'events.dropDuplicates(["user_id"]).count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for all columns', async () => {
    const found = await lintText(
      arbitrarySurvivor,
      ['events.dropDuplicates().write.parquet("out/a")', 'events.distinct().write.parquet("out/b")'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });
});

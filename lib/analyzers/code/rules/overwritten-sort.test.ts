import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { overwrittenSort } from './overwritten-sort.ts';

describe('overwritten-sort', () => {
  it('names the sort below', async () => {
    const found = await lintText(
      overwrittenSort,
      'events.orderBy("ts").filter("amount > 1").orderBy("user_id").write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-11']);
  });

  it('finds nothing where a limit stands between', async () => {
    const found = await lintText(
      overwrittenSort,
      'events.orderBy("ts").limit(10).orderBy("user_id").collect()',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for one sort by two keys', async () => {
    const found = await lintText(
      overwrittenSort,
      ['events.orderBy("ts", "user_id").write.parquet("out/a")', 'sorted([1, 2])'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

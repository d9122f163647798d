import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { pivotWithoutValues } from './pivot-without-values.ts';

describe('pivot-without-values', () => {
  it('names a pivot without values', async () => {
    const found = await lintText(
      pivotWithoutValues,
      'events.groupBy("user_id").pivot("kind").sum("amount").write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-15']);
  });

  it('finds nothing with values', async () => {
    const found = await lintText(
      pivotWithoutValues,
      'events.groupBy("user_id").pivot("kind", ["a", "b"]).sum("amount").write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('leaves pandas and crosstab alone', async () => {
    const found = await lintText(
      pivotWithoutValues,
      [
        'import pandas as pd',
        'pd.DataFrame({"a": [1]}).pivot("a")',
        'events.crosstab("kind", "user_id").limit(3).collect()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

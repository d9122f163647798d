import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unboundedToPandas } from './unbounded-to-pandas.ts';

describe('unbounded-to-pandas', () => {
  it('names a toPandas() of everything', async () => {
    const found = await lintText(unboundedToPandas, 'pdf = events.select("user_id").toPandas()');
    expect(found).toEqual(['1 DRV-02']);
  });

  it('finds nothing where an aggregate or a limit bounds the rows', async () => {
    const found = await lintText(
      unboundedToPandas,
      ['events.groupBy("kind").count().toPandas()', 'events.limit(1000).toPandas()'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves pandas frames alone', async () => {
    const found = await lintText(
      unboundedToPandas,
      ['import pandas as pd', 'pd.DataFrame({"a": [1]}).copy()', 'countries.toPandas()'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

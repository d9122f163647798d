import { describe, expect, it } from 'vitest';
import { emptySubset } from './rules/empty-subset.ts';
import { repartitionThenCoalesce } from './rules/repartition-then-coalesce.ts';
import { lintText } from './testing.ts';

const lint = (...lines: readonly string[]) => lintText(emptySubset, lines.join('\n'), { prelude: false });

describe('readForRules', () => {
  it('looks into functions that nothing calls, where a parameter is a DataFrame by its type', async () => {
    expect(
      await lint(
        'from pyspark.sql import DataFrame',
        'def clean(df: DataFrame, name: str) -> DataFrame:',
        '    return df.dropDuplicates([])',
      ),
    ).toEqual(['3 SHF-13']);
  });

  it('takes a parameter for a DataFrame by what is done with it, and one for the session', async () => {
    expect(
      await lint(
        'def clean(x):',
        '    return x.withColumn("a", x.b).dropDuplicates([])',
        'def read(s):',
        '    return s.read.parquet("a").dropDuplicates([])',
      ),
    ).toEqual(['2 SHF-13', '4 SHF-13']);
  });

  it('takes nothing else for one', async () => {
    expect(
      await lint(
        'import pandas as pd',
        'def one(df):',
        '    return df.dropDuplicates',
        'def two(df: pd.DataFrame):',
        '    return df.drop_duplicates([])',
        'def three(df):',
        '    return df.drop_duplicates([])',
      ),
    ).toEqual([]);
  });

  it('does not call again what the program calls', async () => {
    const text = [
      'def halves(df):',
      '    return df.repartition(10).coalesce(5)',
      '',
      'halves(events).write.parquet("a")',
    ];
    expect(await lintText(repartitionThenCoalesce, text.join('\n'))).toEqual(['2 SHF-03']);
  });

  it('reads programs with SQL text, and those that are no Python at all', async () => {
    expect(await lint('spark.sql("select 1 as a").dropDuplicates([])')).toEqual(['1 SHF-13']);
    expect(await lint(')(]', 'spark.range(3).dropDuplicates([])')).toEqual(['2 SHF-13']);
  });
});

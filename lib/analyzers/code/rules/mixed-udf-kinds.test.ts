import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { mixedUdfKinds } from './mixed-udf-kinds.ts';

const TWO = [
  'row = F.udf(lambda x: hash(x), "bigint")',
  'also = F.udf(lambda x: hash(x), "bigint")',
  '@F.pandas_udf("bigint")',
  'def column(s):',
  '    return s.map(hash)',
];

describe('mixed-udf-kinds', () => {
  it('names a plain function inside a pandas function', async () => {
    const found = await lintText(
      mixedUdfKinds,
      [...TWO, 'events.select(column(row("user_id"))).write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual(['6 UDF-04']);
  });

  it('finds nothing for functions of one kind, which Spark chains, or side by side', async () => {
    const found = await lintText(
      mixedUdfKinds,
      [
        ...TWO,
        'events.select(also(row("user_id"))).write.parquet("out/a")',
        'events.select(column("user_id"), row("user_id")).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

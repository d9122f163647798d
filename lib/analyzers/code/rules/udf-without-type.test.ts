import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { udfWithoutType } from './udf-without-type.ts';

describe('udf-without-type', () => {
  it('names functions that return no text', async () => {
    const found = await lintText(
      udfWithoutType,
      [
        'half = F.udf(lambda x: x / 2)',
        '',
        '@F.udf',
        'def size(x):',
        '    return len(x)',
        '',
        'spark.udf.register("flag", lambda x: x > 1)',
      ].join('\n'),
    );
    expect(found).toEqual(['1 UDF-05', '3 UDF-05', '7 UDF-05']);
  });

  it('finds nothing with a type', async () => {
    const found = await lintText(
      udfWithoutType,
      [
        'half = F.udf(lambda x: x / 2, "double")',
        '',
        '@F.udf("int")',
        'def size(x):',
        '    return len(x)',
        '',
        '@F.udf(returnType="int")',
        'def other(x):',
        '    return 1',
        '',
        'spark.udf.register("flag", lambda x: x > 1, "boolean")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where text may come out', async () => {
    const found = await lintText(
      udfWithoutType,
      ['name = F.udf(lambda x: x.upper())', 'both = F.udf(lambda a, b: a + b)'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { arrayLoopUdf } from './array-loop-udf.ts';

describe('array-loop-udf', () => {
  it('names comprehensions, any() and sum() over an array', async () => {
    const found = await lintText(
      arrayLoopUdf,
      [
        'a = F.udf(lambda xs: [x.lower() for x in xs], "array<string>")',
        'b = F.udf(lambda xs: any(x > 3 for x in xs), "boolean")',
        'c = F.udf(lambda xs: sum(xs), "bigint")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 UDF-09', '2 UDF-09', '3 UDF-09']);
  });

  it('finds nothing where an element needs Python, or nothing is gone through', async () => {
    const found = await lintText(
      arrayLoopUdf,
      [
        'import nltk',
        'a = F.udf(lambda xs: [nltk.stem(x) for x in xs], "array<string>")',
        'b = F.udf(lambda s: s.lower())',
        'c = [x.lower() for x in ["A"]]',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { nondeterministicUdf } from './nondeterministic-udf.ts';

describe('nondeterministic-udf', () => {
  it('names a function with random numbers', async () => {
    const found = await lintText(
      nondeterministicUdf,
      ['import random', '', '@F.udf("double")', 'def noise(x):', '    return x + random.random()'].join('\n'),
    );
    expect(found).toEqual(['3 UDF-10']);
  });

  it('finds nothing where it is marked, or seeded', async () => {
    const found = await lintText(
      nondeterministicUdf,
      [
        'import random',
        'import uuid',
        'mark = F.udf(lambda: str(uuid.uuid4())).asNondeterministic()',
        '',
        '@F.udf("double")',
        'def noise(x):',
        '    return random.Random(x).random()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing in functions that are no UDF', async () => {
    const found = await lintText(
      nondeterministicUdf,
      ['import random', '', 'def noise():', '    return random.random()', '', 'noise()'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { udfInJoinCondition } from './udf-in-join-condition.ts';

describe('udf-in-join-condition', () => {
  it('names a function in the condition', async () => {
    const found = await lintText(
      udfInJoinCondition,
      [
        '@F.udf("boolean")',
        'def near(a, b):',
        '    return a == b',
        '',
        'events.join(users, near(events.kind, users.country)).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['5 JON-08']);
  });

  it('finds nothing where a column is computed first', async () => {
    const found = await lintText(
      udfInJoinCondition,
      [
        '@F.udf("string")',
        'def clean(a):',
        '    return a',
        '',
        'e = events.withColumn("c", clean("kind"))',
        'e.join(users, e.c == users.country).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

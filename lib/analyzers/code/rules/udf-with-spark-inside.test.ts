import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { udfWithSparkInside } from './udf-with-spark-inside.ts';

describe('udf-with-spark-inside', () => {
  it('names a DataFrame in a function', async () => {
    const found = await lintText(
      udfWithSparkInside,
      [
        '@F.udf("string")',
        'def look_up(x):',
        '    return users.filter(users.user_id == x).first().country',
      ].join('\n'),
    );
    expect(found).toEqual(['1 UDF-07']);
  });

  it('names the session in an RDD’s function', async () => {
    const found = await lintText(
      udfWithSparkInside,
      'events.rdd.map(lambda r: spark.sql("select 1").first()).count()',
    );
    expect(found).toEqual(['1 UDF-07']);
  });

  it('finds nothing for plain values, broadcasts, and names of the function’s own', async () => {
    const found = await lintText(
      udfWithSparkInside,
      [
        'names = {"a": 1}',
        'shared = sc.broadcast(names)',
        '',
        '@F.udf("int")',
        'def look_up(x):',
        '    users = names',
        '    return shared.value.get(x, users.get(x))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

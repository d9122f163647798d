import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { crossJoin } from './cross-join.ts';

describe('cross-join', () => {
  it('names a join without a condition', async () => {
    const found = await lintText(crossJoin, 'events.join(users).write.parquet("out/a")');
    expect(found).toEqual(['1 JON-01']);
  });

  it('names crossJoin() of large sides', async () => {
    const found = await lintText(crossJoin, 'events.crossJoin(users).write.parquet("out/a")');
    expect(found).toEqual(['1 JON-01']);
  });

  it('finds nothing where a filter above is the condition', async () => {
    const found = await lintText(
      crossJoin,
      [
        'events.join(users).filter(events.user_id == users.user_id).write.parquet("out/a")',
        'spark.sql("select 1").count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where one side is one row or small', async () => {
    const found = await lintText(
      crossJoin,
      [
        'events.crossJoin(users.agg(F.count("*").alias("n"))).write.parquet("out/a")',
        'events.crossJoin(countries).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves str.join alone, and columns that are not known', async () => {
    const found = await lintText(
      crossJoin,
      [
        '",".join(["a"])',
        'a = spark.read.parquet("x")',
        'b = spark.read.parquet("y")',
        'a.join(b, "id").write.parquet("out/c")',
        'a.join(b, a.id == b.id).write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

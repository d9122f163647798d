import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { isinOfCollected } from './isin-of-collected.ts';

describe('isin-of-collected', () => {
  it('names a list made of collected rows, and one of very many values', async () => {
    const found = await lintText(
      isinOfCollected,
      [
        'ids = [r.user_id for r in users.filter("country = \'DE\'").collect()]',
        'events.filter(F.col("user_id").isin(ids)).write.parquet("out/a")',
        'known = users.select("user_id").toPandas()["user_id"].tolist()',
        'events.filter(~events.user_id.isin(known)).write.parquet("out/b")',
        'events.filter(events.user_id.isin([n for n in range(2000)])).write.parquet("out/c")',
        'flat = users.select("user_id").rdd.flatMap(lambda row: row).collect()',
        'events.filter(events.user_id.isin(flat)).write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 JON-13', '4 JON-13', '5 JON-13', '7 JON-13']);
  });

  it('finds nothing for short lists, and values of small or bounded frames', async () => {
    const found = await lintText(
      isinOfCollected,
      [
        'events.filter(events.kind.isin("a", "b")).count()',
        'events.filter(events.kind.isin(["a", "b"])).count()',
        'names = [r.country for r in countries.collect()]',
        'users.filter(users.country.isin(names)).count()',
        'last = events.agg(F.max("ts")).collect()[0][0]',
        'events.filter(events.ts.isin([last])).count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

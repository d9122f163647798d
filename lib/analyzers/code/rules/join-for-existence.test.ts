import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { joinForExistence } from './join-for-existence.ts';

describe('join-for-existence', () => {
  it('names a join whose other side only decides which rows stay', async () => {
    const found = await lintText(
      joinForExistence,
      [
        'users.join(events, "user_id").select("user_id", "country").distinct().write.parquet("out/a")',
        'users.join(events.filter("amount > 5"), "user_id").select(users.code).dropDuplicates().write.parquet("out/b")',
        'events.join(users, "user_id").filter("country = \'DE\'").select(users.code).distinct().write.parquet("out/c")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 JON-10', '2 JON-10', '3 JON-10']);
  });

  it('finds nothing where both sides are used, also by a filter on the way', async () => {
    const found = await lintText(
      joinForExistence,
      [
        'users.join(events, "user_id").select("country", "kind").distinct().write.parquet("out/a")',
        'users.join(events, "user_id").filter("amount > 5").select("country").distinct().write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for doubled rows that are kept, for outer and semi joins, and for small data', async () => {
    const found = await lintText(
      joinForExistence,
      [
        'users.join(events, "user_id").select("country").write.parquet("out/a")',
        'users.join(events, "user_id", "left").select("country").distinct().write.parquet("out/b")',
        'users.join(events, "user_id", "left_semi").select("country").distinct().write.parquet("out/c")',
        'countries.join(countries.alias("o"), "country").select("country").distinct().write.parquet("out/d")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

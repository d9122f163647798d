import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { rangeJoin } from './range-join.ts';

describe('range-join', () => {
  it('names a join by a range', async () => {
    const found = await lintText(
      rangeJoin,
      [
        'a = events.alias("a")',
        'b = users.alias("b")',
        'a.join(b, F.col("a.user_id") > F.col("b.user_id")).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['3 JON-02']);
  });

  it('finds nothing where an equality stands beside it', async () => {
    const found = await lintText(
      rangeJoin,
      'events.join(users, (events.user_id == users.user_id) & (events.kind > users.country)).write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing against one row', async () => {
    const found = await lintText(
      rangeJoin,
      [
        'm = users.agg(F.max("user_id").alias("m"))',
        'events.join(m, events.user_id < m.m).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('takes a small side less seriously', async () => {
    const text = 'events.join(countries, events.kind > countries.country).write.parquet("out/a")';
    expect((await find([rangeJoin], text))[0]?.severity).toBe('low');
  });
});

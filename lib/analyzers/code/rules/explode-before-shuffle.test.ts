import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { explodeBeforeShuffle } from './explode-before-shuffle.ts';

const EXPLODED = 'one = events.withColumn("tag", F.explode("tags"))';

describe('explode-before-shuffle', () => {
  it('names an explode() whose elements the join does not use', async () => {
    const found = await lintText(
      explodeBeforeShuffle,
      [EXPLODED, 'one.join(users, "user_id").write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual(['1 SHF-24']);
  });

  it('finds nothing where the join is by the elements, or they are filtered first', async () => {
    const found = await lintText(
      explodeBeforeShuffle,
      [
        EXPLODED,
        'one.join(users, one.tag == users.code).write.parquet("out/a")',
        'one.filter("tag = \'x\'").join(users, "user_id").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the other side is broadcast, or an outer join keeps rows without elements', async () => {
    const found = await lintText(
      explodeBeforeShuffle,
      [
        EXPLODED,
        'one.join(countries, one.kind == countries.country).write.parquet("out/a")',
        'users.join(one, "user_id", "left").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

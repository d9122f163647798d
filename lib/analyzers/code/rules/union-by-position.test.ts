import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unionByPosition } from './union-by-position.ts';

describe('union-by-position', () => {
  it('names the same columns in another order', async () => {
    const found = await lintText(
      unionByPosition,
      'users.union(users.select("code", "country", "user_id")).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 DET-06']);
  });

  it('finds nothing in the same order, by name, or for other names', async () => {
    const found = await lintText(
      unionByPosition,
      [
        'users.union(users.select("user_id", "country", "code")).write.parquet("out/a")',
        'users.unionByName(users.select("code", "country", "user_id")).write.parquet("out/b")',
        'users.select("country", "code").union(countries).write.parquet("out/c")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves sets alone', async () => {
    const found = await lintText(
      unionByPosition,
      ['{1, 2}.union({3})', 'sc.parallelize([1]).union(sc.parallelize([2])).collect()'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { orJoin } from './or-join.ts';

describe('or-join', () => {
  it('names a join by one key or another', async () => {
    const found = await lintText(
      orJoin,
      'events.join(users, (events.user_id == users.user_id) | (events.kind == users.country)).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 JON-03']);
  });

  it('finds nothing where both ways have a key in common', async () => {
    const found = await lintText(
      orJoin,
      'events.join(users, ((events.user_id == users.user_id) & (events.kind == "a")) | ((events.user_id == users.user_id) & (users.country == "b"))).write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for an or about one side', async () => {
    const found = await lintText(
      orJoin,
      'events.join(users, (events.user_id == users.user_id) & ((events.kind == "a") | (events.kind == "b"))).write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });
});

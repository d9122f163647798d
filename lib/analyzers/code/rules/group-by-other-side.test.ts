import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { groupByOtherSide } from './group-by-other-side.ts';

describe('group-by-other-side', () => {
  it('names a group-by on the right key of a left join', async () => {
    const found = await lintText(
      groupByOtherSide,
      [
        'df = events.join(users, events.user_id == users.user_id, "left")',
        'df.groupBy(users.user_id).count().write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['2 SHF-21']);
  });

  it('finds nothing for the left key, and for inner joins', async () => {
    const found = await lintText(
      groupByOtherSide,
      [
        'df = events.join(users, events.user_id == users.user_id, "left")',
        'df.groupBy(events.user_id).count().write.parquet("out/a")',
        'events.join(users, events.user_id == users.user_id).groupBy(users.user_id).count().write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

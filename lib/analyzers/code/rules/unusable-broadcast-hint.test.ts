import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unusableBroadcastHint } from './unusable-broadcast-hint.ts';

describe('unusable-broadcast-hint', () => {
  it('names a hint on the side that an outer join keeps', async () => {
    const found = await lintText(
      unusableBroadcastHint,
      [
        'F.broadcast(users).join(events, "user_id", "left").write.parquet("out/a")',
        'events.join(F.broadcast(users), "user_id", "full").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 JON-06', '2 JON-06']);
  });

  it('finds nothing on the other side', async () => {
    const found = await lintText(
      unusableBroadcastHint,
      [
        'events.join(F.broadcast(users), "user_id", "left").write.parquet("out/a")',
        'F.broadcast(users).join(events, "user_id").write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where Spark makes it an inner join', async () => {
    const found = await lintText(
      unusableBroadcastHint,
      'F.broadcast(users).join(events, "user_id", "left").filter("amount > 1").write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('leaves broadcast variables alone', async () => {
    const found = await lintText(
      unusableBroadcastHint,
      ['names = sc.broadcast({"a": 1})', 'events.join(users, "user_id", "left").write.parquet("out/a")'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });
});

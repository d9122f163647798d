import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { joinKeyTypes } from './join-key-types.ts';

describe('join-key-types', () => {
  it('names a text joined with a number', async () => {
    const found = await lintText(
      joinKeyTypes,
      'events.join(users, events.user_id == users.code).write.parquet("out/a")',
    );
    expect(found).toEqual(['1 SHF-19']);
  });

  it('finds nothing for keys of one kind, or a cast that the program makes', async () => {
    const found = await lintText(
      joinKeyTypes,
      [
        'events.join(users, "user_id").write.parquet("out/a")',
        'events.join(users, events.user_id.cast("string") == users.code).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves str.join alone', async () => {
    const found = await lintText(joinKeyTypes, '",".join(["1", "2"])');
    expect(found).toEqual([]);
  });
});

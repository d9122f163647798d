import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { duplicateColumnNames } from './duplicate-column-names.ts';

describe('duplicate-column-names', () => {
  it('names a write after a join that keeps both keys', async () => {
    const found = await lintText(
      duplicateColumnNames,
      ['df = events.join(users, events.user_id == users.user_id)', 'df.write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual(['2 COL-05']);
  });

  it('finds nothing where the key is given by name', async () => {
    const found = await lintText(
      duplicateColumnNames,
      'events.join(users, "user_id").write.parquet("out/a")',
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where one of them is dropped, and none without a write', async () => {
    const found = await lintText(
      duplicateColumnNames,
      [
        'events.join(users, events.user_id == users.user_id).drop(users.user_id).write.parquet("out/a")',
        'events.join(users, events.user_id == users.user_id).count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

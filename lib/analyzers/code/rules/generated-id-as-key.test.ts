import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { generatedIdAsKey } from './generated-id-as-key.ts';

describe('generated-id-as-key', () => {
  it('names a join by ids of both sides', async () => {
    const found = await lintText(
      generatedIdAsKey,
      [
        'a = events.withColumn("i", F.monotonically_increasing_id())',
        'b = users.withColumn("i", F.monotonically_increasing_id())',
        'a.join(b, "i").write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['3 DET-05']);
  });

  it('finds nothing where one side’s id is data', async () => {
    const found = await lintText(
      generatedIdAsKey,
      [
        'a = events.withColumn("i", F.monotonically_increasing_id())',
        'a.join(users, a.i == users.user_id).write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { earlyUnpersist } from './early-unpersist.ts';

describe('early-unpersist', () => {
  it('names an unpersist() before the action', async () => {
    const found = await lintText(
      earlyUnpersist,
      [
        'df = events.filter("amount > 1").cache()',
        'out = df.groupBy("kind").count()',
        'df.unpersist()',
        'out.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['3 CCH-08']);
  });

  it('finds nothing where an action stands between', async () => {
    const found = await lintText(
      earlyUnpersist,
      [
        'df = events.filter("amount > 1").cache()',
        'out = df.groupBy("kind").count()',
        'out.write.parquet("out/a")',
        'df.unpersist()',
        'events.count()',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for broadcast variables', async () => {
    const found = await lintText(
      earlyUnpersist,
      ['names = sc.broadcast({"a": 1})', 'names.unpersist()', 'events.write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

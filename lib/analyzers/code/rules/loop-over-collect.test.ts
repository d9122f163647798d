import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { loopOverCollect } from './loop-over-collect.ts';

describe('loop-over-collect', () => {
  it('names a loop over collected rows', async () => {
    const found = await lintText(
      loopOverCollect,
      ['for row in events.collect():', '    print(row)'].join('\n'),
    );
    expect(found).toEqual(['1 DRV-04']);
  });

  it('names it through a name', async () => {
    const found = await lintText(
      loopOverCollect,
      ['rows = events.collect()', 'print("start")', 'for row in rows:', '    print(row.user_id)'].join('\n'),
    );
    expect(found).toEqual(['1 DRV-04']);
  });

  it('finds nothing for the few rows of an aggregate', async () => {
    const found = await lintText(
      loopOverCollect,
      ['for row in events.groupBy("kind").count().collect():', '    print(row)'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for other loops', async () => {
    const found = await lintText(
      loopOverCollect,
      [
        'names = ["a", "b"]',
        'for name in names:',
        '    print(name)',
        'rows = events.collect()',
        'print(len(rows))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { renameInLoop } from './rename-in-loop.ts';

describe('rename-in-loop', () => {
  it('names a rename on its own result', async () => {
    const found = await lintText(
      renameInLoop,
      [
        'df = events',
        'for name in events.columns:',
        '    df = df.withColumnRenamed(name, name.upper())',
      ].join('\n'),
    );
    expect(found).toEqual(['3 COL-03']);
  });

  it('names a drop', async () => {
    const found = await lintText(
      renameInLoop,
      ['df = events', 'for name in ["kind", "ts", "amount", "tags"]:', '    df = df.drop(name)'].join('\n'),
    );
    expect(found).toEqual(['3 COL-03']);
  });

  it('finds nothing for a few turns and for one call', async () => {
    const found = await lintText(
      renameInLoop,
      [
        'df = events',
        'for name in ["kind", "ts"]:',
        '    df = df.drop(name)',
        'events.drop("kind", "ts", "amount", "tags")',
        'events.withColumnsRenamed({"kind": "k"})',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

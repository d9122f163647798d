import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { unseededSplit } from './unseeded-split.ts';

describe('unseeded-split', () => {
  it('names calls without a seed', async () => {
    const found = await lintText(
      unseededSplit,
      [
        'train, test = events.randomSplit([0.8, 0.2])',
        'events.sample(0.1).write.parquet("out/a")',
        'events.sample(True, 0.1).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual(['1 DET-08', '2 DET-08', '3 DET-08']);
  });

  it('finds nothing with a seed', async () => {
    const found = await lintText(
      unseededSplit,
      [
        'train, test = events.randomSplit([0.8, 0.2], 42)',
        'events.sample(0.1, 42).write.parquet("out/a")',
        'events.sample(withReplacement=False, fraction=0.1, seed=7).write.parquet("out/b")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves Python’s random and RDDs alone', async () => {
    const found = await lintText(
      unseededSplit,
      ['import random', 'random.sample([1, 2], 1)', 'sc.parallelize([1]).sample(False, 0.1).collect()'].join(
        '\n',
      ),
    );
    expect(found).toEqual([]);
  });
});

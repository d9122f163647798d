import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { pairedByPosition } from './paired-by-position.ts';

describe('paired-by-position', () => {
  it('names two columns that are collected one by one', async () => {
    const found = await lintText(
      pairedByPosition,
      [
        'kinds = [r.kind for r in events.select("kind").collect()]',
        'amounts = [r.amount for r in events.select("amount").collect()]',
        'pairs = list(zip(kinds, amounts))',
      ].join('\n'),
    );
    expect(found).toEqual(['3 DET-07']);
  });

  it('finds nothing for rows of one collect, for sorted ones, and for lists', async () => {
    const found = await lintText(
      pairedByPosition,
      [
        'rows = events.select("kind", "amount").collect()',
        'a = list(zip([r.kind for r in rows], [r.amount for r in rows]))',
        'one = events.select("kind").orderBy("ts").collect()',
        'two = events.select("amount").orderBy("ts").collect()',
        'b = list(zip(one, two))',
        'c = list(zip(events.columns, [1, 2, 3]))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

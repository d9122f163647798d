import { describe, expect, it } from 'vitest';
import { fixed, lintText } from '../testing.ts';
import { countForEmptiness } from './count-for-emptiness.ts';

describe('count-for-emptiness', () => {
  it('names comparisons with nothing', async () => {
    const found = await lintText(
      countForEmptiness,
      [
        'if events.count() == 0:',
        '    print("none")',
        'if events.filter("amount > 1").count() > 0:',
        '    print("some")',
        'ok = 0 < users.count()',
      ].join('\n'),
    );
    expect(found).toEqual(['1 DRV-06', '3 DRV-06', '5 DRV-06']);
  });

  it('names a count as a condition', async () => {
    const found = await lintText(countForEmptiness, ['if events.count():', '    print("some")'].join('\n'));
    expect(found).toEqual(['1 DRV-06']);
  });

  it('finds nothing where the number is used', async () => {
    const found = await lintText(
      countForEmptiness,
      [
        'n = events.count()',
        'if n > 0:',
        '    print(n)',
        'if events.count() > 100:',
        '    print("many")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing for lists and texts', async () => {
    const found = await lintText(
      countForEmptiness,
      ['if [1, 2].count(1) == 0:', '    pass', 'if "abc".count("a") > 0:', '    pass'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing where the count fills a cache', async () => {
    const found = await lintText(
      countForEmptiness,
      [
        'df = events.filter("amount > 1")',
        'df.cache()',
        'if df.count() > 0:',
        '    df.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('asks isEmpty() instead', async () => {
    const given =
      'if events.count() == 0:\n    pass\nok = users.count() != 0\nboth = (users.count() > 0) == True\n';
    expect(await fixed(countForEmptiness, given)).toBe(
      'if events.isEmpty():\n    pass\nok = not users.isEmpty()\nboth = ((not users.isEmpty())) == True\n',
    );
  });
});

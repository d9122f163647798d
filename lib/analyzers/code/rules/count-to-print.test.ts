import { describe, expect, it } from 'vitest';
import { lintText } from '../testing.ts';
import { countToPrint } from './count-to-print.ts';

describe('count-to-print', () => {
  it('names a count in a print beside the work', async () => {
    const found = await lintText(
      countToPrint,
      ['df = events.filter("amount > 1")', 'print(f"rows: {df.count()}")', 'df.write.parquet("out/a")'].join(
        '\n',
      ),
    );
    expect(found).toEqual(['2 DRV-12']);
  });

  it('names one in a log line', async () => {
    const found = await lintText(
      countToPrint,
      [
        'import logging',
        'log = logging.getLogger()',
        'df = events.filter("amount > 1")',
        'log.info("rows %d", df.count())',
        'df.write.parquet("out/a")',
      ].join('\n'),
    );
    expect(found).toEqual(['4 DRV-12']);
  });

  it('finds nothing where the count is all there is', async () => {
    const found = await lintText(countToPrint, 'print(events.count())');
    expect(found).toEqual([]);
  });

  it('finds nothing where the number is used', async () => {
    const found = await lintText(
      countToPrint,
      ['n = events.count()', 'events.write.parquet("out/a")'].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('finds nothing on a cache, and none for lists', async () => {
    const found = await lintText(
      countToPrint,
      [
        'df = events.filter("amount > 1").cache()',
        'print(df.count())',
        'df.write.parquet("out/a")',
        'print([1].count(1))',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

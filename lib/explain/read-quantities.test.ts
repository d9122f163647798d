import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatMs, formatRatio, formatShare, plural } from '#lib/base/format.ts';
import { readQuantities } from './read-quantities.ts';

const read = (text: string) => readQuantities(text).map(({ value, unit }) => [value, unit]);

describe('readQuantities', () => {
  it.each([
    ['it took 134 ms', [[134, 'ms']]],
    ['2 m 14 s', [[134_000, 'ms']]],
    ['2 minutes and 14 seconds', [[134_000, 'ms']]],
    ['1 h 5 m', [[3_900_000, 'ms']]],
    ['1.5 hours', [[5_400_000, 'ms']]],
    ['a 9-second task', [[9000, 'ms']]],
    ['2.10 GiB', [[2.1 * 2 ** 30, 'bytes']]],
    ['64MB', [[64e6, 'bytes']]],
    ['61 % of it', [[0.61, 'share']]],
    [
      '61% and 3.4 percent',
      [
        [0.61, 'share'],
        [0.034, 'share'],
      ],
    ],
    [
      '46x, 2.6× and 3 times',
      [
        [46, 'ratio'],
        [2.6, 'ratio'],
        [3, 'ratio'],
      ],
    ],
    ['1,234,567 rows', [[1_234_567, 'records']]],
    ['1.2 million records', [[1_200_000, 'records']]],
    [
      '200 tasks over 8 slots',
      [
        [200, 'tasks'],
        [8, 'plain'],
      ],
    ],
    ['twelve tasks', [[12, 'tasks']]],
    [
      'twice as long, half of them',
      [
        [2, 'ratio'],
        [0.5, 'ratio'],
      ],
    ],
    ['-5 s', [[-5000, 'ms']]],
    ['1e6 rows', [[1e6, 'records']]],
    [
      '3 to 5 s',
      [
        [3000, 'ms'],
        [5000, 'ms'],
      ],
    ],
    [
      '3–5 GiB',
      [
        [3 * 2 ** 30, 'bytes'],
        [5 * 2 ** 30, 'bytes'],
      ],
    ],
    ['spark.sql.shuffle.partitions=400', [[400, 'plain']]],
    ['Spark 3.5 does', [[3.5, 'plain']]],
    ['ends with 7.', [[7, 'plain']]],
  ])('reads %s', (text, expected) => {
    const found = read(text);
    expect(found.map(([, unit]) => unit)).toEqual(expected.map(([, unit]) => unit));
    for (const [i, [value]] of found.entries()) expect(value).toBeCloseTo(Number(expected[i]![0]), 6);
  });

  it.each(['LZ4 and s3a paths', 'the e1node', 'v1', 'one of them', 'seconds count', 'a second try', 'tent'])(
    'finds no number in "%s"',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('does not let digits of other scripts pass as words', () => {
    expect(readQuantities('½ of it, ４６ tasks').every(({ unit }) => unit === 'other')).toBe(true);
    expect(readQuantities('½ of it, ４６ tasks')).toHaveLength(2);
  });

  it.each([
    [formatMs(134_000), 134_000],
    [formatMs(4200), 4200],
    [formatMs(37), 37],
    [formatMs(4_000_000), 4_000_000],
    [formatBytes(2_253_000_000), 2_253_000_000],
    [formatShare(0.034), 0.034],
    [formatRatio(45.8), 45.8],
    [formatCount(1_234_567), 1_234_567],
    [plural(3, 'task'), 3],
  ])('reads back what the app itself writes: %s', (text, value) => {
    const [quantity] = readQuantities(text);
    expect(Math.abs(quantity!.value - value)).toBeLessThanOrEqual(quantity!.slack);
  });

  it('says how much rounding can hide', () => {
    expect(readQuantities('9.4 s')[0]!.slack).toBeCloseTo(50);
    expect(readQuantities('1,200,000 rows')[0]!.slack).toBe(0.5);
    expect(readQuantities('about 1,200,000 rows')[0]!.slack).toBe(50_000);
  });

  it('ends on long texts of one kind', () => {
    expect(readQuantities('1 '.repeat(50_000))).toHaveLength(50_000);
    expect(readQuantities('9'.repeat(100_000))).toHaveLength(1);
    expect(readQuantities(`${'a'.repeat(50_000)}1`)).toHaveLength(0);
  });
});

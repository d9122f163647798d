import { describe, expect, it } from 'vitest';
import { isSplittable } from './splittable.ts';

describe('a file', () => {
  it.each([
    ['parquet', 'a.gz.parquet', true],
    ['orc', 'a.snappy', true],
    ['csv', 'a.csv', true],
    ['csv', 'a.csv.bz2', true],
    ['csv', 'a.csv.gz', false],
    ['json', 'a.json.zst', false],
    ['text', 'a.lz4', false],
    ['text', 'A.GZ', true],
    ['CSV', 'a.deflate', false],
    ['binaryFile', 'a.png', false],
  ])('of format %s named %s: several tasks can read it is %s', (format, path, expected) => {
    expect(isSplittable(format, path)).toBe(expected);
  });

  it('whose records stretch over lines is read by one task', () => {
    expect(isSplittable('csv', 'a', { multiLine: 'true' })).toBe(false);
    expect(isSplittable('json', 'a', { MULTILINE: 'True' })).toBe(false);
    expect(isSplittable('xml', 'a')).toBe(false);
    expect(isSplittable('xml', 'a', { multiLine: 'false' })).toBe(true);
    expect(isSplittable('text', 'a', { multiLine: 'true' })).toBe(true);
    expect(isSplittable('text', 'a', { wholetext: 'true' })).toBe(false);
  });
});

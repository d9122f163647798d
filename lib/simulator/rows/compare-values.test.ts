import { describe, expect, it } from 'vitest';
import { compareValues } from './compare-values.ts';
import type { SqlValue } from './sql-value.ts';

const sorted = (...values: readonly SqlValue[]) => values.toSorted(compareValues);

describe('the order of values', () => {
  it('has null first and NaN last', () => {
    expect(sorted(Number.NaN, 1, null, Number.POSITIVE_INFINITY, -1)).toEqual([
      null,
      -1,
      1,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
    expect(compareValues(-0, 0)).toBe(0);
    expect(compareValues(Number.NaN, Number.NaN)).toBe(0);
  });

  it('of text is that of its UTF-8 bytes, also where UTF-16 differs', () => {
    expect(sorted('b', 'a', 'ab', '', '😀', '\uffee', 'é')).toEqual([
      '',
      'a',
      'ab',
      'b',
      'é',
      '\uffee',
      '😀',
    ]);
  });

  it('of lists and bytes is told by the first difference', () => {
    expect(sorted([2n], [1n, 5n], [1n], [null, 9n])).toEqual([[null, 9n], [1n], [1n, 5n], [2n]]);
    expect(compareValues(Uint8Array.of(0x80), Uint8Array.of(0x7f))).toBeGreaterThan(0);
  });
});

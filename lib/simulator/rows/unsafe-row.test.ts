import { describe, expect, it } from 'vitest';
import { parseSchema } from '#lib/plan/types/parse-type.ts';
import { readValue } from './read-value.ts';
import { unsafeRowBytes } from './unsafe-row.ts';

/** Bytes of a row whose columns are given as `name type` and whose values are JSON. */
function bytes(ddl: string, ...values: readonly unknown[]): number {
  const types = parseSchema(ddl)!.map(({ type }) => type);
  return unsafeRowBytes(
    types.map((type, i) => readValue(values[i], type)),
    types,
  );
}

describe('a row', () => {
  it('has a word for the nulls of 64 fields and one for each field', () => {
    expect(bytes('a bigint', 1)).toBe(16);
    expect(bytes('i int, b boolean', 1, true)).toBe(24);
    const wide = Array.from({ length: 65 }, (_, i) => `c${i} bigint`).join(', ');
    expect(bytes(wide)).toBe(16 + 65 * 8);
  });

  it('keeps text behind them, in whole words of its UTF-8', () => {
    expect(bytes('s string', 'abc')).toBe(24);
    expect(bytes('s string', '日本語')).toBe(32);
    expect(bytes('s string', '😀😀')).toBe(24);
    expect(bytes('s string', '')).toBe(16);
    expect(bytes('s string', null)).toBe(16);
  });

  it('has room for a large decimal even when it is null', () => {
    expect(bytes('d decimal(10,2)', 1)).toBe(16);
    expect(bytes('d decimal(38,2)', 1)).toBe(32);
    expect(bytes('d decimal(38,2)', null)).toBe(32);
  });

  it('holds arrays, maps and structs with their own words', () => {
    expect(bytes('a array<bigint>', [1, 2])).toBe(48);
    expect(bytes('a array<int>', [1, 2, 3])).toBe(48);
    expect(bytes('a array<string>', ['a', null])).toBe(56);
    expect(bytes('a array<decimal(38,2)>', [1, null])).toBe(56);
    expect(bytes('m map<string,bigint>', { k: 1 })).toBe(80);
    expect(bytes('s struct<a:bigint,b:string>', { a: 1, b: 'xyz' })).toBe(48);
  });
});

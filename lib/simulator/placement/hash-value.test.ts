import { describe, expect, it } from 'vitest';
import { parseType } from '#lib/plan/types/parse-type.ts';
import type { SqlValue } from '../rows/sql-value.ts';
import { bigEndian, hashRow } from './hash-value.ts';

/** The hash of a row, its types as text. */
function hash(types: string, ...values: readonly SqlValue[]): number {
  return hashRow(
    values,
    types.split('; ').map((text) => parseType(text) ?? { kind: 'unknown' }),
  );
}

describe("Spark's hash()", () => {
  it.each<[string, SqlValue, number]>([
    ['boolean', true, -559_580_957],
    ['tinyint', -1, -1_604_776_387],
    ['date', 19_723, -456_589_419],
    ['bigint', 2n ** 32n, -1_307_033_787],
    ['timestamp', 1_704_067_200_000_000n, 1_545_358_984],
    ['interval second', -5_000_000n, 1_520_166_210],
    ['float', 1.5, -221_251_528],
    ['float', Number.NaN, -349_261_430],
    ['double', -1.5, 2_099_784_398],
    ['double', Number.NaN, -1_281_358_385],
    ['double', Number.POSITIVE_INFINITY, 833_680_482],
    ['binary', Uint8Array.of(0xde, 0xad, 0xbe, 0xef), 268_093_499],
  ])('of %s %s is %d', (type, value, expected) => expect(hash(type, value)).toBe(expected));

  it('takes -0.0 for 0.0', () => {
    expect(hash('double', -0)).toBe(hash('bigint', 0n));
    expect(hash('float', -0)).toBe(hash('int', 0));
  });

  it('of a decimal is that of its digits: a long up to 18 digits, bytes beyond', () => {
    expect(hash('decimal(10,2)', 1234n)).toBe(-1_028_144_669);
    expect(hash('decimal(10,2)', 1234n)).toBe(hash('bigint', 1234n));
    expect(hash('decimal(38,2)', 1234n)).toBe(1_123_058_251);
    expect(hash('decimal(38,2)', -1234n)).toBe(-378_694_793);
    expect(hash('decimal(20,0)', 12_345_678_901_234_567_890n)).toBe(-493_604_283);
  });

  it('goes from column to column, and null leaves it as it is', () => {
    expect(hash('string; string', 'ABC', 'DEF')).toBe(599_895_104);
    expect(hash('int; string', 1, 'a')).toBe(-936_062_819);
    expect(hash('int', null)).toBe(42);
    expect(hash('int; int', null, 1)).toBe(hash('int', 1));
  });

  it('goes through elements and fields in order', () => {
    expect(hash('string; array<int>; int', 'Spark', [123], 2)).toBe(-1_321_691_492);
    expect(hash('struct<a:int,b:string>', [1, 'a'])).toBe(hash('int; string', 1, 'a'));
    expect(hash('array<int>', [])).toBe(42);
  });
});

describe('the bytes of a large decimal', () => {
  it.each([
    [0n, [0]],
    [127n, [0x7f]],
    [128n, [0, 0x80]],
    [-1n, [0xff]],
    [-128n, [0x80]],
    [-129n, [0xff, 0x7f]],
  ])('of %d are as few as hold its sign', (value, bytes) => expect([...bigEndian(value)]).toEqual(bytes));
});

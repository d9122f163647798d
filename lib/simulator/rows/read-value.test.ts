import { describe, expect, it } from 'vitest';
import { parseType } from '#lib/plan/types/parse-type.ts';
import { readValue } from './read-value.ts';

const read = (json: unknown, type: string) => readValue(json, parseType(type) ?? { kind: 'unknown' });

describe('a value of a SQL type', () => {
  it.each([
    ['-128', 'tinyint', -128],
    ['9223372036854775807', 'bigint', 2n ** 63n - 1n],
    ['-12.34', 'decimal(10,2)', -1234n],
    ['0', 'decimal(10,2)', 0n],
    ['1.005', 'decimal(10,2)', 101n],
    ['3.4028235E38', 'float', Math.fround(3.4028235e38)],
    ['-Infinity', 'double', Number.NEGATIVE_INFINITY],
    [true, 'boolean', true],
    [5, 'bigint', 5n],
    [null, 'int', null],
  ])('%j is a %s', (json, type, value) => expect(read(json, type)).toEqual(value));

  it('may hold others: elements, fields by name, entries', () => {
    expect(read([1, null], 'array<int>')).toEqual([1, null]);
    expect(read({ c: true, a: { b: 5 } }, 'struct<a:struct<b:bigint>,c:boolean>')).toEqual([[5n], true]);
    expect(read({ x: 1 }, 'map<string,int>')).toEqual({ keys: ['x'], values: [1] });
    expect(read('DEad', 'binary')).toEqual(Uint8Array.of(0xde, 0xad));
  });

  it.each([
    ['128', 'tinyint'],
    ['1.5', 'int'],
    ['123.45', 'decimal(4,2)'],
    ['abc', 'binary'],
    ['12x', 'double'],
    [{}, 'int'],
    [1, 'array<int>'],
  ])('%j is no %s, and that is said', (json, type) => expect(() => read(json, type)).toThrow(/ is no /));
});

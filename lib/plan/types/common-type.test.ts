import { describe, expect, it } from 'vitest';
import { comparisonType, widerType } from './common-type.ts';
import { type DataType, typeName } from './data-type.ts';
import { parseType } from './parse-type.ts';

const type = (text: string): DataType => parseType(text) ?? { kind: 'unknown' };
const nameOf = (found: DataType | undefined): string => (found === undefined ? 'none' : typeName(found));

describe('the common type of two columns', () => {
  it.each([
    ['int', 'bigint', 'bigint'],
    ['decimal(10,2)', 'int', 'decimal(12,2)'],
    ['decimal(10,2)', 'double', 'double'],
    ['date', 'timestamp', 'timestamp'],
    ['int', 'string', 'string'],
    ['boolean', 'string', 'none'],
    ['array<int>', 'array<bigint>', 'array<bigint>'],
    ['void', 'date', 'date'],
  ])('of %s and %s is %s', (a, b, common) => {
    expect(nameOf(widerType(type(a), type(b), false))).toBe(common);
  });

  it.each([
    ['int', 'string', 'bigint'],
    ['double', 'string', 'double'],
    ['date', 'string', 'date'],
    ['int', 'float', 'double'],
  ])('in ANSI mode of %s and %s is %s', (a, b, common) => {
    expect(nameOf(widerType(type(a), type(b), true))).toBe(common);
  });

  it('reads text as the other side when they are compared', () => {
    expect(nameOf(comparisonType(type('string'), type('int'), false))).toBe('int');
    expect(nameOf(comparisonType(type('date'), type('string'), false))).toBe('date');
    expect(nameOf(comparisonType(type('string'), type('int'), true))).toBe('bigint');
  });
});

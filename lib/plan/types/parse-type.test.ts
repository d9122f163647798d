import { describe, expect, it } from 'vitest';
import { typeName } from './data-type.ts';
import { parseSchema, parseType } from './parse-type.ts';

describe('type text', () => {
  it.each([
    ['BIGINT', 'bigint'],
    ['long', 'bigint'],
    ['integer', 'int'],
    ['decimal', 'decimal(10,0)'],
    ['DECIMAL(12, 2)', 'decimal(12,2)'],
    ['varchar(20)', 'string'],
    ['array<array<int>>', 'array<array<int>>'],
    ['map<string, struct<a: int, `b c`: double>>', 'map<string,struct<a:int,b c:double>>'],
    ['interval day to second', 'interval day to second'],
    ['INTERVAL YEAR', 'interval year to month'],
  ])('%s is %s', (text, name) => {
    expect(typeName(parseType(text) ?? { kind: 'unknown' })).toBe(name);
  });

  it.each(['', 'array<int', 'map<int>', 'constructor', 'int int'])('%s is no type', (text) => {
    expect(parseType(text)).toBeUndefined();
  });
});

describe('a schema as DDL', () => {
  it('names columns, and says which are never null', () => {
    const fields = parseSchema("a INT NOT NULL COMMENT 'the key', `b x`: array<string>, c decimal(5,1)");
    expect(fields?.map(({ name, type, nullable }) => [name, typeName(type), nullable])).toEqual([
      ['a', 'int', false],
      ['b x', 'array<string>', true],
      ['c', 'decimal(5,1)', true],
    ]);
  });

  it('may be a struct, or one bare type whose column is called value', () => {
    expect(parseSchema('struct<a:int>')?.map((field) => field.name)).toEqual(['a']);
    expect(parseSchema('double')?.map((field) => field.name)).toEqual(['value']);
  });
});

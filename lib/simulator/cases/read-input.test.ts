import { describe, expect, it } from 'vitest';
import { CaseInput } from './read-input.ts';

const at = (value: unknown) => new CaseInput({ n: value }).field('n');

describe('input that nobody trusts', () => {
  it.each([
    [-1, 'not -1'],
    [0, 'not 0'],
    [1.5, 'not 1.5'],
    ['5', 'not "5"'],
    [1e15, 'not 1000000000000000'],
    [null, 'not null'],
    [[], 'not []'],
  ])('%j is no number of partitions, and the range is said', (value, said) => {
    const read = () => at(value).integer(1, 1_000_000);
    expect(read).toThrow(`"n" must be a whole number from 1 to 1,000,000, ${said}`);
  });

  it('NaN and infinities, which JSON has none of, are refused too', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => at(value).number(0, 1)).toThrow('a whole number from 0 to 1');
  });

  it('is told apart where a field is missing and where it is null', () => {
    expect(() => new CaseInput({}).field('n')).toThrow('"n" is missing');
    expect(at(null).value).toBeNull();
    expect(new CaseInput({ n: null }).optional('n')).toBeUndefined();
    expect(() => new CaseInput([1]).field('n')).toThrow('The input must be an object, not [1]');
  });

  it('is named by its place', () => {
    const files = new CaseInput({ files: [{ lengthBytes: 5 }, { lengthBytes: -5 }] }).field('files');
    const read = () => files.list((file) => file.field('lengthBytes').integer(0, 10));
    expect(read).toThrow('"files[1].lengthBytes" must be a whole number from 0 to 10, not -5');
  });

  it('may be a large number as text', () => {
    expect(at('9223372036854775807').bigint(0n, 2n ** 63n - 1n)).toBe(2n ** 63n - 1n);
    expect(at(7).bigint(0n, 10n)).toBe(7n);
    expect(() => at('1e3').bigint(0n, 10n)).toThrow('a whole number from 0 to 10, not "1e3"');
    expect(() => at(2 ** 60).bigint(0n, 2n ** 63n)).toThrow('a whole number');
  });

  it('is cut short in messages, and bounded in lists and text', () => {
    expect(() => at('x'.repeat(1000)).integer(0, 1)).toThrow(/not "x{59}…$/);
    expect(() => at([1, 2, 3]).list((each) => each, 2)).toThrow('a list of at most 2 entries');
    expect(() => at('abc').text(2)).toThrow('text of at most 2 characters');
    expect(() => at('c').oneOf(['a', 'b'])).toThrow('one of a, b, not "c"');
  });

  it('has no fields but its own', () => {
    expect(() => new CaseInput({}).field('constructor')).toThrow('"constructor" is missing');
    expect(new CaseInput(JSON.parse('{"b":1,"a":2}')).entries((each) => each.value)).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import * as json from './json.ts';

describe('fields of an event', () => {
  it.each([
    [7, 7],
    [-1, -1],
    ['7', 7],
    [' 1.5 ', 1.5],
    ['', undefined],
    ['  ', undefined],
    ['seven', undefined],
    ['Infinity', undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [null, undefined],
    [[7], undefined],
    [{ value: 7 }, undefined],
  ])('are numbers where they are finite, also as texts of old logs: %j', (value, number) => {
    expect(json.number({ field: value }, 'field')).toBe(number);
  });

  it.each([
    [1_700_000_000_000, 1_700_000_000_000],
    [0, undefined],
    [-1, undefined],
    ['-1', undefined],
  ])('are no moment before there is one: %j', (value, moment) => {
    expect(json.moment({ field: value }, 'field')).toBe(moment);
  });

  const wrong = { text: 5, flag: 'true', object: [1], array: { length: 1 } };
  it('of a wrong type are not there', () => {
    expect(json.text(wrong, 'text')).toBeUndefined();
    expect(json.flag(wrong, 'flag')).toBeUndefined();
    expect(json.object(wrong, 'object')).toBeUndefined();
    expect(json.array(wrong, 'array')).toEqual([]);
  });

  it('of a missing object are not there either', () => {
    const missing = json.object({}, 'Stage Info');
    expect(json.text(json.object(missing, 'Properties'), 'name')).toBeUndefined();
    expect(json.number(missing, 'Stage ID')).toBeUndefined();
    expect(json.objects(missing, 'RDD Info')).toEqual([]);
  });

  it('that are empty or false are there', () => {
    expect(json.text({ field: '' }, 'field')).toBe('');
    expect(json.flag({ field: false }, 'field')).toBe(false);
    expect(json.number({ field: 0 }, 'field')).toBe(0);
  });

  it('that are lists lose what does not belong into them', () => {
    expect(json.integers({ ids: [1, '2', null, 'x', {}, 3] }, 'ids')).toEqual([1, 2, 3]);
    expect(json.objects({ infos: [{ a: 1 }, null, 'x', [], { b: 2 }] }, 'infos')).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
  });
});

describe('isJson', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['{}', false],
    [undefined, false],
  ])('takes %j for an object: %s', (value, is) => expect(json.isJson(value)).toBe(is));
});

import { describe, expect, it } from 'vitest';
import {
  type Decoder,
  either,
  flag,
  list,
  maybe,
  number,
  oneOf,
  ShapeError,
  shape,
  table,
  text,
} from './decode.ts';

function decode<T>(decoder: Decoder<T>, value: unknown) {
  const lost: string[] = [];
  return { value: decoder(value, { path: '', lost }), lost };
}

const insight = shape({ title: text(10), share: number });

describe('decoders', () => {
  it('keep what was asked for and nothing else', () => {
    expect(decode(insight, { title: 'Spill', share: 0.4, extra: '<script>' }).value).toEqual({
      title: 'Spill',
      share: 0.4,
    });
  });

  it('name the place that does not fit', () => {
    expect(() => decode(shape({ run: insight }), { run: { title: 'Spill', share: '40 %' } })).toThrow(
      new ShapeError('run.share is not a number'),
    );
  });

  it('leave out the items of a list that do not fit, and tell which', () => {
    const given = [{ title: 'Spill', share: 1 }, { title: 'longer than ten' }, { title: 'Skew', share: 0 }];
    expect(decode(list(insight), given)).toEqual({
      value: [
        { title: 'Spill', share: 1 },
        { title: 'Skew', share: 0 },
      ],
      lost: ['1.title is not a text of up to 10 characters'],
    });
  });

  it('take no more items than agreed', () => {
    expect(decode(list(number, 2), [1, 2, 3, 4])).toEqual({ value: [1, 2], lost: ['.2 and later'] });
    expect(decode(table(number, 1), { a: 1, b: 2 }).value).toEqual({ a: 1 });
  });

  it('are not led astray by the name of the prototype', () => {
    const given: unknown = JSON.parse('{"__proto__":{"polluted":1},"a":{"polluted":2}}');
    const { value } = decode(table(shape({ polluted: number })), given);
    expect(value).toEqual({ a: { polluted: 2 } });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(() => decode(shape({ constructor: text() }), {})).toThrow(ShapeError);
  });

  it.each<[Decoder<unknown>, unknown]>([
    [number, Number.NaN],
    [number, '7'],
    [flag, 1],
    [oneOf(['high', 'low']), 'medium'],
    [list(number), { length: 2 }],
    [table(number), [1]],
    [insight, null],
    [either(number, flag), 'x'],
  ])('refuse what does not fit', (decoder, value) => {
    expect(() => decode(decoder, value)).toThrow(ShapeError);
  });

  it('take a missing list for empty where the end was cut off, and tell so', () => {
    const lost: string[] = [];
    const decoder = shape({ title: text(), tags: list(text()), conf: table(text()) });
    expect(decoder({ title: 'a' }, { path: 'x', lost, isCut: true })).toEqual({
      title: 'a',
      tags: [],
      conf: {},
    });
    expect(lost).toEqual(['x.tags is missing', 'x.conf is missing']);
    expect(() => decode(decoder, { title: 'a' })).toThrow(ShapeError);
  });

  it('take a missing value for null where that is allowed', () => {
    expect(decode(shape({ name: maybe(text()) }), {}).value).toEqual({ name: null });
  });
});

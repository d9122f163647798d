import { describe, expect, it } from 'vitest';
import { closeJson } from './close-json.ts';

describe('closeJson', () => {
  it.each([
    ['{"a":1,"b":[1,2,{"c":"x', '{"a":1,"b":[1,2]}'],
    ['{"a":[{"b":1},{"b":2', '{"a":[{"b":1}]}'],
    ['{"a":"br]ack,et\\"","b":tr', '{"a":"br]ack,et\\""}'],
    ['{"a":1}', '{"a":1}'],
    ['{"a":1} and noise', '{"a":1}'],
    ['{"a":[],"b', '{"a":[]}'],
  ])('makes %s whole', (beginning, whole) => {
    expect(closeJson(beginning)).toBe(whole);
  });

  it('always gives JSON, wherever a text was cut', () => {
    const text = JSON.stringify({ kind: 'x', list: [{ a: '1,2' }, { b: [true, null, -3.5] }], last: 'é"\\' });
    for (let end = 1; end <= text.length; end++) {
      const closed = closeJson(text.slice(0, end));
      if (closed !== undefined) expect(() => JSON.parse(closed), closed).not.toThrow();
    }
    expect(JSON.parse(closeJson(text)!)).toEqual(JSON.parse(text));
  });

  it.each(['', '{', '"text', '{"a":1', 'null'])('gives nothing where nothing is whole: %s', (text) => {
    expect(closeJson(text)).toBeUndefined();
  });
});

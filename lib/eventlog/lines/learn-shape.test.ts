import { describe, expect, it } from 'vitest';
import { learnLayout, skipValue } from './learn-shape.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The layout as text: constant parts with {path:kind} where values stand. */
function learned(line: string, constant: readonly string[] = []): string | undefined {
  const layout = learnLayout(bytes(line), { constant: new Set(constant) });
  if (!layout) return undefined;
  const literals = layout.literals.map((literal) => new TextDecoder().decode(literal));
  return literals.map((literal, i) => literal + slot(layout.slots[i])).join('');
}

const slot = (of: { path: string; kind: string } | undefined) => (of ? `{${of.path}:${of.kind}}` : '');

describe('learnLayout', () => {
  it('finds where numbers, texts and booleans stand', () => {
    expect(learned('{"a":1,"b":"x","c":true,"d":-5}\n')).toBe(
      '{"a":{a:number},"b":"{b:text}","c":{c:boolean},"d":{d:number}}\n',
    );
  });

  it('names values by the keys that lead to them', () => {
    expect(learned('{"a":{"b c":{"d":1}},"e":{}}\n')).toBe('{"a":{"b c":{"d":{a/b c/d:number}}},"e":{}}\n');
  });

  it('takes some texts as a part of the layout', () => {
    expect(learned('{"Event":"X","y":"z"}\n', ['Event'])).toBe('{"Event":"X","y":"{y:text}"}\n');
  });

  it('takes accumulables as one value, whatever they hold', () => {
    expect(learned('{"t":{"Accumulables":[{"x":["]"]},{}],"n":1}}\n')).toBe(
      '{"t":{"Accumulables":{t/Accumulables:accumulables},"n":{t/n:number}}}\n',
    );
    expect(learned('{"Updated Blocks":[]}\n')).toBe('{"Updated Blocks":[]}\n');
  });

  it.each([
    ['a filled array', '{"a":[1]}\n'],
    ['an escape in a text', '{"a":"x\\n"}\n'],
    ['an escape in a key', '{"a\\"":1}\n'],
    ['a fraction', '{"a":1.5}\n'],
    ['an exponent', '{"a":1e5}\n'],
    ['null', '{"a":null}\n'],
    ['a blank', '{"a": 1}\n'],
    ['no end', '{"a":1'],
    ['no line end', '{"a":1}'],
    ['something behind it', '{"a":1}x'],
    ['no object', '[1]\n'],
    ['nothing', ''],
    ['accumulables without an end', '{"t":{"Accumulables":[{"x":1}\n'],
  ])('does not learn from a line with %s', (_, line) => {
    expect(learned(line)).toBeUndefined();
  });
});

describe('skipValue', () => {
  it.each([
    ['{}', 2],
    ['[{"a":[]}],', 10],
    ['{"a":"}"}x', 9],
    ['{"a":"\\"}"}', 11],
    ['["\\\\"]', 6],
    ['{"a":', -1],
    ['["]', -1],
  ])('of %s is %i', (text, end) => {
    expect(skipValue(bytes(text), 0, text.length)).toBe(end);
  });
});

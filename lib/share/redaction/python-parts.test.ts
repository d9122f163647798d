import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideQuotes, pythonParts } from './python-parts.ts';

describe('pythonParts', () => {
  it('tells code, comments and strings apart', () => {
    const program = `df = spark.read.csv("a#b")  # why\nx = f'''two\nlines "here"''' + 'it\\'s'`;
    expect(pythonParts(program).filter(({ kind }) => kind !== 'code')).toEqual([
      { kind: 'string', text: '"a#b"' },
      { kind: 'comment', text: '# why' },
      { kind: 'string', text: `f'''two\nlines "here"'''` },
      { kind: 'string', text: `'it\\'s'` },
    ]);
  });

  it('loses nothing of any text', () => {
    const anything = fc.array(fc.constantFrom("'", '"', "'''", '"""', '#', '\\', '\n', 'a', 'f"', ' '));
    fc.assert(
      fc.property(anything, (pieces) => {
        const program = pieces.join('');
        expect(
          pythonParts(program)
            .map(({ text }) => text)
            .join(''),
        ).toBe(program);
      }),
    );
  });
});

describe('insideQuotes', () => {
  it.each([
    ['"a"', ['"', 'a', '"']],
    [`rb'''x'y'''`, [`rb'''`, `x'y`, `'''`]],
    ['""', ['"', '', '"']],
    ['"open', ['"', 'open', '']],
  ])('takes %s apart', (literal, [open, value, close]) => {
    expect(insideQuotes(literal)).toEqual({ open, value, close });
  });
});

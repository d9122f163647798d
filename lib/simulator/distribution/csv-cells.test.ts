import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRows, delimiterOf } from './csv-cells.ts';

function rowsOf(text: string, piece = text.length || 1) {
  const rows = new CsvRows(',', 50, 4);
  const found: (readonly string[])[] = [];
  for (let at = 0; at < text.length; at += piece) found.push(...rows.add(text.slice(at, at + piece)));
  const last = rows.end();
  return last ? [...found, last] : found;
}

describe('CsvRows', () => {
  it.each([['a,b\nc,d\n'], ['a,b\r\nc,d'], ['a,b\rc,d\r'], ['\n\na,b\n\n"c","d"\n']])(
    'reads two rows of two cells from %j',
    (text) => {
      expect(rowsOf(text)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ]);
    },
  );

  it('keeps delimiters, line ends and quotes inside of quotes, and empty cells', () => {
    expect(rowsOf('"New York, NY","say ""hi""",,"two\r\nlines"')).toEqual([
      ['New York, NY', 'say "hi"', '', 'two\r\nlines'],
    ]);
  });

  it('reads the same however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ',', '"', '\r', '\n', 'é'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (chars, piece) => {
          const text = chars.join('');
          expect(rowsOf(text, piece)).toEqual(rowsOf(text));
        },
      ),
      { seed: 7 },
    );
  });

  it('takes no more of a cell and of a row than there is use for', () => {
    expect(rowsOf(`"${'x'.repeat(10_000)}`)[0]![0]).toHaveLength(50);
    expect(rowsOf('1,2,3,4,5,6')[0]).toEqual(['1', '2', '3', '4']);
  });
});

describe('delimiterOf', () => {
  it.each([
    ['country,city', ','],
    ['country;city', ';'],
    ['country\tcity', '\t'],
    ['alone', ','],
  ])('of %j is %j', (line, delimiter) => {
    expect(delimiterOf(line)).toBe(delimiter);
  });
});

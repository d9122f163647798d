import { describe, expect, it } from 'vitest';
import { openRun } from '#lib/testing/open-run.ts';
import { toCsv } from './csv.ts';

const csv = (...values: readonly unknown[]) =>
  toCsv({ columns: [{ name: 'v', type: 'Utf8' }], rows: values.map((v) => ({ v })) });

describe('toCsv', () => {
  it.each([
    ['plain text', 'plain text'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['windows\r\nlines', '"windows\r\nlines"'],
    ['  blanks  ', '  blanks  '],
    ['Zoë 😀', 'Zoë 😀'],
    // A spreadsheet may take it for a formula; it is data all the same, and a changed value would be a wrong one.
    ['=HYPERLINK("http://x")', '"=HYPERLINK(""http://x"")"'],
    ['-1+2', '-1+2'],
    [0, '0'],
    [-0.5, '-0.5'],
    [1e21, '1e+21'],
    ['9007199254740993', '9007199254740993'],
    [true, 'true'],
    [[1, null, 2], '"[1,null,2]"'],
    [['a"b'], '"[""a\\""b""]"'],
    [[], '[]'],
    [{ a: 1 }, '"{""a"":1}"'],
  ])('writes %j as %s', (value, field) => expect(csv(value)).toBe(`v\r\n${field}\r\n`));

  it('tells NULL from an empty text', () => {
    expect(csv(null, '', undefined)).toBe('v\r\n\r\n""\r\n\r\n');
  });

  it('has a line of names also without rows, in the order of the columns', () => {
    const columns = ['b', 'a', 'the "best", 1'].map((name) => ({ name, type: 'Utf8' }));
    expect(toCsv({ columns, rows: [] })).toBe('b,a,"the ""best"", 1"\r\n');
    expect(toCsv({ columns, rows: [{ a: 1, b: 2 }] })).toBe('b,a,"the ""best"", 1"\r\n2,1,\r\n');
  });

  it('gives back every cell of a table', async () => {
    const { database, close } = await openRun('job 0\n stage 0  tasks 3  fails 1 "x.Y: \\"quoted, \\n cut"');
    const result = await database.query('SELECT * FROM tasks ORDER BY task_id');
    await close();
    const [names, ...rows] = parseCsv(toCsv(result));
    expect(names).toEqual(result.columns.map(({ name }) => name));
    expect(rows).toEqual(
      result.rows.map((row) => names!.map((name) => (row[name!] === null ? null : String(row[name!])))),
    );
  });
});

/** A reader of RFC 4180 of its own: null for an empty field without quotes. */
function parseCsv(text: string): readonly (readonly (string | null)[])[] {
  return text
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? (bare === '' ? null : (bare ?? null)),
      ),
    );
}

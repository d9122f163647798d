import { describe, expect, it } from 'vitest';
import { find, lintText } from '../testing.ts';
import { builtInUdf } from './built-in-udf.ts';

const messages = async (text: string) => (await find([builtInUdf], text)).map(({ message }) => message);

describe('built-in-udf', () => {
  it('names functions of one expression, and the functions of Spark that say the same', async () => {
    const found = await messages(
      [
        'import re',
        'a = F.udf(lambda s: s.strip().upper())',
        'b = F.udf(lambda s: re.sub("[0-9]", "", s))',
        'c = F.udf(lambda x: x * 2 + 1, "double")',
        'd = F.udf(lambda x: "id-" + x)',
        'e = F.udf(lambda x, y: "%s-%s" % (x, y))',
      ].join('\n'),
    );
    expect(found.map((text) => text.split(': ')[1])).toEqual([
      'upper, trim',
      'regexp_replace',
      'arithmetic',
      'concat',
      'format_string',
    ]);
  });

  it('names a function with a null guard, branches and a constant from outside', async () => {
    const found = await lintText(
      builtInUdf,
      [
        'LIMIT = 100',
        '@F.udf("string")',
        'def size_of(x):',
        '    """Words for an amount."""',
        '    if x is None:',
        '        return None',
        '    if x > LIMIT:',
        '        return "large"',
        '    return "small"',
      ].join('\n'),
    );
    expect(found).toEqual(['2 UDF-01']);
  });

  it('finds nothing where a part has no counterpart, or the function is no UDF', async () => {
    const found = await lintText(
      builtInUdf,
      [
        'import unicodedata',
        'a = F.udf(lambda s: unicodedata.normalize("NFKD", s))',
        'b = F.udf(lambda s: "".join(reversed(s)))',
        'c = (lambda s: s.upper())("x")',
        '@F.udf("int")',
        'def depth(x):',
        '    n = 0',
        '    while x > 1:',
        '        x, n = x / 2, n + 1',
        '    return n',
      ].join('\n'),
    );
    expect(found).toEqual([]);
  });

  it('leaves functions that only hand on a value, and those that go through arrays, alone', async () => {
    const found = await lintText(
      builtInUdf,
      ['a = F.udf(lambda x: x)', 'b = F.udf(lambda xs: [x.upper() for x in xs], "array<string>")'].join('\n'),
    );
    expect(found).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { isNumeric, toMarkdown, toTsv, valueText } from './result-text.ts';

const result = {
  columns: [
    { name: 'stage', type: 'Utf8' },
    { name: 'ms', type: 'Int64' },
  ],
  rows: [
    { stage: 'a|b\tc', ms: 12 },
    { stage: 'two\nlines', ms: null },
  ],
};

describe('toTsv', () => {
  it('keeps one line a row whatever the values hold', () => {
    expect(toTsv(result)).toBe('stage\tms\na|b c\t12\ntwo lines\t');
  });
});

describe('toMarkdown', () => {
  it('escapes bars and aligns numbers', () => {
    expect(toMarkdown(result)).toBe('| stage | ms |\n| --- | ---: |\n| a\\|b\tc | 12 |\n| two lines |  |');
  });
});

describe('valueText and isNumeric', () => {
  it('show values as they are', () => {
    expect([valueText(null), valueText([1, 2]), valueText(0), valueText(false)]).toEqual([
      '',
      '[1,2]',
      '0',
      'false',
    ]);
    expect(['Int64', 'Float64', 'Decimal[38e+2]', 'Utf8', 'List<Int32>'].map(isNumeric)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

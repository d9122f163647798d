import { describe, expect, it } from 'vitest';
import { readColumnAs as read } from './testing.ts';

describe('literals', () => {
  it('numbers have the type of their suffix, their size or their point', () => {
    expect(['1', '3000000000', '1L', '2S', '3Y', '4D', '5.5F', '6.00BD', '1e3'].map(read)).toEqual([
      '1',
      '3000000000:bigint',
      '1:bigint',
      '2:smallint',
      '3:tinyint',
      '4:double',
      '5.5:float',
      '6.00:decimal(3,2)',
      '1000:double',
    ]);
    expect(['0.10', '.5', '5.', '00012.50', '123456789012345678901234567890'].map(read)).toEqual([
      '0.10:decimal(2,2)',
      '0.5:decimal(1,1)',
      '5:decimal(1,0)',
      '12.50:decimal(4,2)',
      '123456789012345678901234567890:decimal(30,0)',
    ]);
  });

  it('a sign belongs to the number behind it', () => {
    expect(['-2147483648', '- 1', '1 - -1', '-1.5', '-1L', '-(1)', 'a -1'].map(read)).toEqual([
      '-2147483648',
      '-1',
      '-(1, -1)',
      '-1.5:decimal(2,1)',
      '-1:bigint',
      'negative(1)',
      '-(a, 1)',
    ]);
  });

  it('strings have escapes, may be raw and may stand side by side', () => {
    expect(read("'it''s' \"say\"")).toBe('"it\'ssay"');
    expect(read("'\\u0041\\101\\n\\%\\x'")).toBe('"AA\\n\\\\%x"');
    expect(read("r'\\d+'")).toBe('"\\\\d+"');
    expect(read("'a -- b /* c */'")).toBe('"a -- b /* c */"');
  });

  it('dates, timestamps and bytes have a word in front', () => {
    expect(read("date '2024-01-01'")).toBe('2024-01-01:date');
    expect(read("timestamp_ntz '2024-01-01 00:00:00'")).toBe('2024-01-01 00:00:00:timestamp_ntz');
    expect(read("X'1f'")).toBe('1F:binary');
  });

  it('intervals are told as Spark prints them', () => {
    const told = (text: string) => read(text).replace(/:interval.*$/, '');
    expect(told('interval 1 day')).toBe("INTERVAL '1' DAY");
    expect(told("interval '1 day 2 hours'")).toBe("INTERVAL '1 02' DAY TO HOUR");
    expect(told('interval 1 year 2 months')).toBe("INTERVAL '1-2' YEAR TO MONTH");
    expect(told("interval '1-2' year to month")).toBe("INTERVAL '1-2' YEAR TO MONTH");
    expect(told('interval -1.5 seconds')).toBe("INTERVAL '-01.5' SECOND");
    expect(told('interval 1 week')).toBe("INTERVAL '7' DAY");
    expect(read('interval 1 month 2 days')).toBe("INTERVAL '1 month 2 days':interval");
    expect(read('interval + 1')).toBe('+(interval, 1)');
  });
});

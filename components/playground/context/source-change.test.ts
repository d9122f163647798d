import { describe, expect, it } from 'vitest';
import { withFact } from './source-change.ts';

const table = {
  format: 'parquet',
  columns: [{ name: 'id', type: 'int' }],
  bytes: 10,
  files: 1,
  fileBytes: [10],
};

describe('withFact', () => {
  it('reads sizes as people and Spark write them', () => {
    for (const [text, bytes] of [
      ['2 GB', 2 ** 31],
      ['64m', 2 ** 26],
      ['1,000', 1000],
    ] as const)
      expect(withFact(table, 'bytes', text)).toMatchObject({ source: { bytes } });
  });

  it('takes files as equally large once their number and the whole are known', () => {
    expect(withFact(table, 'files', '4')).toEqual({
      ok: true,
      source: { ...table, files: 4, fileBytes: [3, 3, 2, 2] },
    });
  });

  it('forgets a fact whose text is taken away, and what rested on it', () => {
    const { bytes: _, fileBytes: __, ...left } = table;
    expect(withFact(table, 'bytes', ' ')).toEqual({ ok: true, source: left });
    expect(withFact(table, 'rows', '7')).toEqual({ ok: true, source: { ...table, rows: 7 } });
  });

  it.each([
    ['bytes', 'large', /“large” is no size/],
    ['bytes', '-1', /no size/],
    ['files', '0', /whole number up to 100,000/],
    ['rows', '1.5', /no whole number/],
  ] as const)('says why %s cannot be %s', (fact, text, why) => {
    const changed = withFact(table, fact, text);
    expect(changed.ok ? '' : changed.why).toMatch(why);
  });
});

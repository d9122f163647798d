import { describe, expect, it } from 'vitest';
import { withSkew } from './skew-change.ts';

const table = {
  format: 'parquet',
  columns: [
    { name: 'customer_id', type: 'bigint' },
    { name: 'country', type: 'string' },
  ],
};

describe('withSkew', () => {
  it.each([
    ['60 %', 0.6],
    ['60%', 0.6],
    ['60', 0.6],
    ['0.6', 0.6],
    ['0,25', 0.25],
    ['1 %', 0.01],
    ['100 %', 1],
  ])('reads “%s” as the part %d of the rows', (text, share) => {
    expect(withSkew(table, 'customer_id', text)).toEqual({
      ok: true,
      source: { ...table, skew: [{ column: 'customer_id', share }] },
    });
  });

  it('changes what was told of a column, and takes it away when its text is taken away', () => {
    const skewed = { ...table, skew: [{ column: 'country', share: 0.5 }] };
    expect(withSkew(skewed, 'Country', '40 %')).toMatchObject({
      source: { skew: [{ column: 'Country', share: 0.4 }] },
    });
    expect(withSkew(skewed, 'country', ' ')).toEqual({ ok: true, source: table });
    expect(withSkew(skewed, 'customer_id', '').ok && skewed.skew).toHaveLength(1);
  });

  it.each([
    ['customer_id', 'most', /“most” is no share/],
    ['customer_id', '0', /no share/],
    ['customer_id', '120 %', /no share/],
    ['customer_id', '1', /no share/],
    ['amount', '60 %', /no column amount/],
    [' ', '60 %', /Which column/],
  ])('says why “%s” cannot have %s', (column, text, why) => {
    const changed = withSkew(table, column, text);
    expect(changed.ok ? '' : changed.why).toMatch(why);
  });
});

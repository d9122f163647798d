import { describe, expect, it } from 'vitest';
import { sourceRows } from './source-rows.ts';

const read = { source: 'data/orders', format: 'parquet', columns: undefined, bytes: undefined };
const told = {
  ...{ format: 'csv', columns: [{ name: 'id', type: 'int' }], bytes: 2048, files: 2, rows: 10 },
  skew: [{ column: 'id', share: 0.6 }],
};

describe('sourceRows', () => {
  it('says what is not known of a source that the program reads', () => {
    expect(sourceRows([read], {})).toEqual([
      {
        name: 'data/orders',
        isRead: true,
        told: undefined,
        facts: 'parquet · columns not known · size not known',
      },
    ]);
  });

  it('finds what was told under another spelling of the path', () => {
    const rows = sourceRows([{ ...read, columns: 1, bytes: 2048 }], {
      'file:///x': told,
      './data/orders/': told,
    });
    expect(rows.map(({ name, isRead, told: found }) => [name, isRead, found?.name])).toEqual([
      ['data/orders', true, './data/orders/'],
      ['file:///x', false, 'file:///x'],
    ]);
    expect(rows[0]?.facts).toBe('parquet · 1 column · 2.00 KiB · 2 files · 10 rows · id skewed: 60 %');
  });
});

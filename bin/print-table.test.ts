import { describe, expect, it } from 'vitest';
import { printTable } from './print-table.ts';

function table(...rows: readonly Readonly<Record<string, unknown>>[]): string {
  const names = Object.keys(rows[0] ?? { a: 0 });
  return printTable({ columns: names.map((name) => ({ name, type: '' })), rows });
}

describe('printTable', () => {
  it('puts numbers to the right and texts to the left', () => {
    expect(table({ name: 'scan', ms: 5 }, { name: 'join by key', ms: 12_000 })).toBe(
      ['name            ms', 'scan             5', 'join by key  12000', ''].join('\n'),
    );
  });

  it('leaves NULL blank and shows lists as JSON, everything on one line', () => {
    expect(table({ a: null, b: [1, null], c: 'two\n  lines' })).toBe(
      'a  b         c\n   [1,null]  two lines\n',
    );
  });

  it('cuts long texts where they would push the rest away', () => {
    const [, row = ''] = table({ plan: 'x'.repeat(500), ms: 1 }).split('\n');
    expect(row).toBe(`${'x'.repeat(59)}…   1`);
  });

  it('says how many rows it left out', () => {
    const rows = Array.from({ length: 201 }, (_, i) => ({ i }));
    expect(table(...rows.slice(1))).not.toContain('more row');
    expect(
      table(...rows)
        .split('\n')
        .slice(-3),
    ).toEqual(['199', '… 1 more row (--json gives all)', '']);
  });

  it('shows the names of the columns when there is no row', () => {
    expect(table()).toBe('a\n');
  });
});

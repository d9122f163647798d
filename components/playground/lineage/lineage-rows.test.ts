import { describe, expect, it } from 'vitest';
import { lineageRows } from './lineage-rows.ts';

describe('lineageRows', () => {
  it('are the sources of a column, then what decides about its rows', () => {
    const rows = lineageRows({
      ...{ columns: ['total'], column: 0, opaque: [], carry: [], decide: [] },
      sources: [{ source: 'orders', column: 'amount', how: 'aggregation' }],
      rows: { filter: [['orders', 'status']], join: [], groupBy: [['people', 'region']], sort: [] },
    });
    expect(rows).toEqual([
      ['orders', 'amount', 'it sums up over rows'],
      ['orders', 'status', 'decides which rows are kept'],
      ['people', 'region', 'decides which rows are grouped'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import { lanesOf } from '#lib/plan/graph/testing.ts';
import { findStops } from './find-stops.ts';

const graph = physicalGraph(
  lanesOf(['SELECT region, count(*) FROM orders WHERE amount > 7 GROUP BY region']),
);
const found = (text: string) => findStops(graph, text).length;

describe('findStops', () => {
  it('looks at operators, columns, sources and shuffles, whatever the case', () => {
    expect(found('hashagg')).toBe(2);
    expect(found('DATA/orders')).toBe(1);
    expect(found('shuffle')).toBe(1);
    expect(found('amount')).toBeGreaterThan(0);
  });

  it('finds nothing for nothing', () => {
    expect(found(' ')).toBe(0);
    expect(found('no such column')).toBe(0);
  });
});

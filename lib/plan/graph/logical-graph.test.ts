import { describe, expect, it } from 'vitest';
import { logicalGraph } from './logical-graph.ts';
import { arrows, lanesOf } from './testing.ts';

describe('logicalGraph', () => {
  it('shows what was asked for, without stages', () => {
    const graph = logicalGraph(
      lanesOf(['SELECT region, count(*) n FROM orders WHERE amount > 1 GROUP BY region']),
    );
    expect(arrows(graph)).toEqual(['Relation -> Filter', 'Filter -> Aggregate', 'Aggregate -> collect()']);
    expect(graph.bands).toEqual([]);
  });

  it('has a source that two actions read once', () => {
    const graph = logicalGraph(lanesOf(['SELECT region FROM orders', 'SELECT amount FROM orders']));
    expect(graph.nodes.filter(({ role }) => role === 'scan')).toHaveLength(1);
    expect(graph.nodes.filter(({ role }) => role === 'sink')).toHaveLength(2);
  });

  it('names columns with their types', () => {
    const { nodes } = logicalGraph(lanesOf(['SELECT region FROM orders']));
    expect(nodes.find(({ name }) => name === 'Project')?.columns).toEqual([
      { name: 'region', type: 'string' },
    ]);
  });
});

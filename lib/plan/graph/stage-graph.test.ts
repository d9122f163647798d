import { describe, expect, it } from 'vitest';
import { physicalGraph } from './physical-graph.ts';
import { stageGraph } from './stage-graph.ts';
import { arrows, lanesOf } from './testing.ts';

const graph = stageGraph(
  physicalGraph(lanesOf(['SELECT customer_id, count(*) n FROM orders GROUP BY customer_id ORDER BY n'])),
);

describe('stageGraph', () => {
  it('has a node for each stage and an edge for each shuffle between them', () => {
    expect(arrows(graph)).toEqual([
      'Stage 1 =hash(customer_id) · 8=> Stage 2',
      'Stage 2 =range(n ASC NULLS FIRST) · 8=> Stage 3',
    ]);
  });

  it('tells what a stage does in the order of the rows, its action last', () => {
    expect(graph.nodes.map(({ detail, role }) => [role, detail])).toEqual([
      ['work', 'Scan parquet → HashAggregate'],
      ['work', 'HashAggregate'],
      ['sink', 'Sort → collect()'],
    ]);
  });

  it('knows the places of all its operators', () => {
    const physical = physicalGraph(lanesOf(['SELECT 1 FROM orders']));
    const all = new Set(physical.nodes.flatMap(({ ats }) => ats));
    expect(new Set(stageGraph(physical).nodes.flatMap(({ ats }) => ats))).toEqual(all);
  });
});

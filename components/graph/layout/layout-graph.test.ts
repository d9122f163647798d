import { describe, expect, it } from 'vitest';
import { logicalGraph } from '#lib/plan/graph/logical-graph.ts';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import { stageGraph } from '#lib/plan/graph/stage-graph.ts';
import { lanesOf } from '#lib/plan/graph/testing.ts';
import type { Box } from './laid-out.ts';
import { layoutGraph } from './layout-graph.ts';

const lanes = lanesOf([
  'SELECT region, sum(amount) FROM orders o JOIN customers c ON o.customer_id = c.customer_id GROUP BY region',
  'SELECT a.customer_id FROM orders a JOIN orders b ON a.customer_id = b.customer_id ORDER BY 1',
  'SELECT * FROM orders WHERE amount > (SELECT max(amount) FROM orders)',
]);
const broadcasts = lanesOf(
  [
    'SELECT segment, count(*) FROM orders o JOIN customers c ON o.customer_id = c.customer_id JOIN staff s ON s.emp_id = o.order_id GROUP BY segment',
  ],
  { 'spark.sql.adaptive.enabled': 'false' },
);
const physical = physicalGraph(lanes);

const GRAPHS = [
  ['physical', physical],
  ['stages', stageGraph(physical)],
  ['logical', logicalGraph(lanes)],
  ['with broadcasts', physicalGraph(broadcasts)],
] as const;

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

describe.each(GRAPHS)('the layout of a graph: %s', (_, graph) => {
  const laid = layoutGraph(graph, 1.5);
  const boxes = [...laid.nodes];

  it('places every node, stage and edge', () => {
    expect(laid.nodes.size).toBe(graph.nodes.length);
    expect(laid.bands.size).toBe(graph.bands.length);
    expect(laid.edges.size).toBe(graph.edges.length);
  });

  it('lets no node lie on another, and no stage on another', () => {
    for (const all of [boxes, [...laid.bands]]) {
      const pairs = all.flatMap(([a, first], i) =>
        all.slice(i + 1).flatMap(([b, second]) => (overlap(first, second) ? [`${a} ${b}`] : [])),
      );
      expect(pairs).toEqual([]);
    }
  });

  it('draws rows downwards', () => {
    for (const { from, to } of graph.edges)
      expect(laid.nodes.get(from)!.y).toBeLessThan(laid.nodes.get(to)!.y);
  });

  it('keeps nodes in their stages, and all within its size', () => {
    for (const { id, band } of graph.nodes)
      if (band !== undefined) expect(inside(laid.nodes.get(id)!, laid.bands.get(band)!)).toBe(true);
    const whole = { x: 0, y: 0, width: laid.width, height: laid.height };
    for (const box of [...laid.nodes.values(), ...laid.bands.values()]) expect(inside(box, whole)).toBe(true);
  });
});

describe('layoutGraph', () => {
  it('leads a broadcast past what stands above its join, into the join’s side', () => {
    const graph = physicalGraph(broadcasts);
    const laid = layoutGraph(graph, 1);
    const sides = graph.edges
      .filter(({ kind }) => kind === 'broadcast')
      .map(({ id }) => laid.edges.get(id)?.side);
    expect(sides.length).toBeGreaterThan(0);
    for (const side of sides) expect(side).toBeDefined();
  });

  it('keeps the left input of a join on the left', () => {
    const graph = physicalGraph(lanes.slice(0, 1));
    const laid = layoutGraph(graph, 1);
    const scans = graph.nodes.filter(({ role }) => role === 'scan');
    const x = (source: string) => laid.nodes.get(scans.find(({ detail }) => detail === source)!.id)!.x;
    expect(x('data/orders')).toBeLessThan(x('data/customers'));
  });

  it('has nothing to place in an empty graph', () => {
    const laid = layoutGraph({ view: 'physical', nodes: [], edges: [], bands: [] }, 1);
    expect([laid.nodes.size, laid.width, laid.height]).toEqual([0, 0, 0]);
  });
});

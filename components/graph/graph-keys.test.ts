import { describe, expect, it } from 'vitest';
import { physicalGraph } from '#lib/plan/graph/physical-graph.ts';
import { lanesOf } from '#lib/plan/graph/testing.ts';
import { indexGraph } from './graph-index.ts';
import { nextStop } from './graph-keys.ts';
import { stopText } from './graph-words.ts';
import { layoutGraph } from './layout/layout-graph.ts';

const graph = physicalGraph(
  lanesOf([
    'SELECT region, sum(amount) FROM orders o JOIN customers c ON o.customer_id = c.customer_id GROUP BY region',
  ]),
);
const index = indexGraph(graph);
const laid = layoutGraph(graph, 1);

/** Where keys lead from the beginning, by names. */
function walk(keys: string): readonly string[] {
  let current: string | undefined;
  return keys.split(' ').map((key) => {
    current = nextStop(key, current, index, laid);
    const stop = index.stop(current);
    return stop?.kind === 'edge' ? stop.edge.kind : (stop?.node.name ?? 'nowhere');
  });
}

describe('nextStop', () => {
  it('goes down along the rows, over shuffles, to the action', () => {
    expect(walk('Home ArrowDown ArrowDown ArrowDown ArrowDown')).toEqual([
      'Scan parquet',
      'Filter',
      'shuffle',
      'Sort',
      'SortMergeJoin',
    ]);
    expect(walk('End ArrowUp ArrowUp')).toEqual(['collect()', 'HashAggregate', 'shuffle']);
  });

  it('goes to what stands beside, and stays where nothing does', () => {
    expect(walk('Home ArrowRight ArrowRight ArrowLeft')).toEqual(Array(4).fill('Scan parquet'));
    const right = nextStop('ArrowRight', nextStop('Home', undefined, index, laid), index, laid);
    expect(nextStop('ArrowRight', right, index, laid)).toBe(right);
  });

  it('comes by every stop with the full stop, and back with the comma', () => {
    const seen = new Set<string>();
    let current = nextStop('Home', undefined, index, laid)!;
    for (let turn = 0; turn < 40; turn++) {
      seen.add(current);
      current = nextStop('.', current, index, laid)!;
    }
    expect(seen.size).toBe(graph.nodes.length + graph.edges.filter(({ exchange }) => exchange).length);
    expect(current).toBe(nextStop('End', current, index, laid));
    expect(nextStop(',', current, index, laid)).not.toBe(current);
  });

  it('goes from shuffle to shuffle, round and round', () => {
    expect(walk('n n n n')).toEqual(['Scan parquet', 'shuffle', 'shuffle', 'shuffle']);
  });

  it('begins at the first stop, and leaves other keys alone', () => {
    expect(nextStop('ArrowDown', undefined, index, laid)).toBe(nextStop('Home', undefined, index, laid));
    expect(nextStop('x', undefined, index, laid)).toBeUndefined();
    expect(nextStop('x', graph.nodes[0]!.id, index, laid)).toBeUndefined();
  });
});

describe('stopText', () => {
  it('tells an operator with its stage, and a shuffle with its reason', () => {
    const scan = graph.nodes.find(({ detail }) => detail === 'data/orders')!;
    expect(stopText({ kind: 'node', node: scan }, index)).toBe(
      'Scan parquet: data/orders, Stage 1 · 1 partition',
    );
    const stop = index.stop(graph.edges.find(({ kind }) => kind === 'shuffle')?.id)!;
    expect(stopText(stop, index)).toMatch(
      /^shuffle hash\(customer_id\) · 8, from Filter to Sort\. SortMergeJoin needs/,
    );
  });
});

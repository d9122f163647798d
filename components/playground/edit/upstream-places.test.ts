import { describe, expect, it } from 'vitest';
import { indexGraph } from '#components/graph/graph-index.ts';
import { graphOf } from '#lib/plan/graph/testing.ts';
import { upstreamPlaces } from './upstream-places.ts';

/** Each letter comes from the place of its turn in the alphabet. */
function graph() {
  const plain = graphOf('A>c B>d c>e d>e');
  const nodes = plain.nodes.map((node) => ({ ...node, ats: [node.name.toLowerCase().charCodeAt(0) - 97] }));
  const edges = plain.edges.map((edge) => ({
    ...edge,
    exchange: {
      ...({ kind: 'hash', confidence: 'high' } as const),
      ...{ keys: [], numPartitions: 1, because: '', at: 4, reused: false },
    },
  }));
  return indexGraph({ ...plain, nodes, edges });
}

describe('upstreamPlaces', () => {
  it('are those of all that comes through an edge, and none of an operator', () => {
    const index = graph();
    const of = (id: string) => upstreamPlaces(index.stop(id)!, index).toSorted();
    expect(of('c>e')).toEqual([0, 2]);
    expect(of('d>e')).toEqual([1, 3]);
    expect(of('e')).toEqual([]);
  });
});

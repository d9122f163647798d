import { describe, expect, it } from 'vitest';
import type { GraphNode, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { dimmedStops } from './dimmed-stops.ts';

const node = (id: string, role: GraphNode['role'], ats: readonly number[], lane = 0): GraphNode => ({
  ...{ id, role, ats, lane, name: id, detail: '', band: undefined, partitions: 1, bytes: undefined },
  ...{ columns: [], marks: [], members: [] },
});
const GRAPH: PlanGraph = {
  view: 'physical',
  nodes: [
    node('orders', 'scan', [0]),
    node('people', 'scan', [1]),
    node('join', 'work', [2, 3]),
    node('out', 'sink', [4]),
    node('other', 'work', [0], 1),
  ],
  edges: [
    {
      ...{ id: 'people-join', from: 'people', to: 'join', kind: 'broadcast' },
      exchange: {
        ...{ kind: 'broadcast', keys: [], numPartitions: 1, confidence: 'high', because: '' },
        ...{ at: 2, reused: false },
      },
    },
  ],
  bands: [],
};

describe('dimmedStops', () => {
  it('are none where nothing is brought out', () => {
    expect(dimmedStops(GRAPH, undefined)).toEqual(new Set());
  });

  it('are those of other places and other actions, and never the end of the action', () => {
    expect(dimmedStops(GRAPH, { lane: 0, places: new Set([0, 3]) })).toEqual(
      new Set(['people', 'other', 'people-join']),
    );
    expect(dimmedStops(GRAPH, { lane: 0, places: new Set([0, 1, 2]) })).toEqual(new Set(['other']));
  });
});

import { describe, expect, it } from 'vitest';
import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { drawnPlan } from './drawn-plan.ts';
import { factLabel, factValue } from './fact-text.ts';
import { packOfPlan } from './pack-of-plan.ts';
import { packSchema } from './pack-schema.ts';

const node = (id: string, name: string, lane: number, members: readonly string[] = []) => ({
  id,
  name,
  lane,
  members,
});
const shuffle = (to: string, numPartitions: number) => ({
  id: `to-${to}`,
  from: 'x',
  to,
  kind: 'shuffle',
  exchange: {
    kind: 'hash',
    keys: ['customer'],
    numPartitions,
    confidence: 'high',
    because: '',
    at: 0,
    reused: false,
  },
});
const graph = {
  nodes: [
    node('a', 'SortMergeJoin', 0),
    node('b', 'Stage 2', 0, ['Scan parquet', 'BroadcastHashJoin']),
    node('c', 'SortMergeJoin', 1),
  ],
  edges: [
    shuffle('a', 200),
    shuffle('a', 200),
    shuffle('c', 7),
    { id: 'n', from: 'a', to: 'b', kind: 'narrow' },
  ],
} as unknown as PlanGraph;

describe('drawnPlan', () => {
  it('counts what actions do, and nothing of a DataFrame that no action runs', () => {
    const lanes = [
      { runBy: 'action', jobs: [{}, {}], stages: 3 },
      { runBy: 'nothing', jobs: [], stages: 1 },
    ];
    const pack = packOfPlan(drawnPlan({ lanes, unresolved: [{}] }, graph, '4.3', ['SHF-04']));
    const lines = pack.facts.map((fact) => `${factLabel(fact)}: ${factValue(fact)}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'actions: 1',
        'jobs: 2',
        'stages: 3',
        'shuffles: 2',
        'sort-merge joins: 1',
        'broadcast hash joins: 1',
        'things that cannot be known: 1',
      ]),
    );
    expect(lines.filter((line) => line === 'partitions of a hash shuffle: 200')).toHaveLength(2);
    expect(lines).not.toContain('partitions of a hash shuffle: 7');
    expect(JSON.stringify(pack)).not.toContain('customer');
    expect(packSchema.safeParse(pack).success).toBe(true);
  });
});

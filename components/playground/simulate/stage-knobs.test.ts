import { describe, expect, it } from 'vitest';
import { indexGraph, isExchange } from '#components/graph/graph-index.ts';
import type { GraphNode, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import { simulatorAddress, stageKnobs } from './stage-knobs.ts';

const node = (id: string, bytes: number | undefined): GraphNode => ({
  ...{ id, role: 'work', ats: [], lane: 0, name: id, detail: '', band: undefined, partitions: 1, bytes },
  ...{ columns: [], marks: [], members: [] },
});

/** A sort merge join of two sides of these sizes. */
function knobs(left: number | undefined, right: number | undefined, cores = 8, conf = {}, share = 0) {
  const edge = (from: string): PlanGraph['edges'][number] => ({
    ...{ id: `${from}-join`, from, to: 'SortMergeJoin', kind: 'shuffle' },
    exchange: {
      ...{ kind: 'hash', keys: ['k'], numPartitions: 64, confidence: 'high', because: '' },
      ...{ at: 0, reused: false },
      ...(share > 0 ? { skew: { source: 'left', column: 'k', share } } : {}),
    },
  });
  const index = indexGraph({
    view: 'physical',
    nodes: [node('left', left), node('right', right), node('SortMergeJoin', undefined)],
    edges: [edge('left'), edge('right')],
    bands: [],
  });
  const [first] = index.graph.edges.filter(isExchange);
  return stageKnobs(first!, index, { spark: '4.0', cores, conf });
}

describe('the knobs of a shuffle', () => {
  it('are its partitions, the sizes of both sides, the cluster and the settings', () => {
    const conf = { 'spark.sql.adaptive.enabled': 'false', 'spark.sql.autoBroadcastJoinThreshold': '-1' };
    expect(knobs(2 ** 31, 2 ** 30, 20, conf)).toMatchObject({
      ...{ spark: '4.0', step: 'join', shufflePartitions: 64, dataBytes: 2 ** 31, otherBytes: 2 ** 30 },
      ...{ executors: 5, cores: 4, adaptive: false, broadcastThreshold: -1 },
    });
  });

  it('leave out what is not known or what the simulator does not take', () => {
    const found = knobs(undefined, 2 ** 70, 7);
    expect(found).not.toHaveProperty('dataBytes');
    expect(found).not.toHaveProperty('otherBytes');
    expect(found).toMatchObject({ executors: 7, cores: 1 });
  });

  it('make one key hot where the catalog tells that the key is skewed', () => {
    expect(knobs(2 ** 31, 2 ** 30, 8, {}, 0.6)).toMatchObject({ keyShape: 'hot', hotShare: 0.6 });
    expect(knobs(2 ** 31, 2 ** 30)).not.toHaveProperty('keyShape');
  });

  it('go into the address of the simulator', () => {
    expect(simulatorAddress({ step: 'join', shufflePartitions: 64 })).toBe(
      '/simulator#step=join&shufflePartitions=64',
    );
  });
});

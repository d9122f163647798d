import { describe, expect, it } from 'vitest';
import { graphOf } from '#lib/plan/graph/testing.ts';
import { tintOf } from './graph-tint.ts';

const sized = (...partitions: readonly (number | undefined)[]) => {
  const graph = graphOf('S>a a>b');
  return { ...graph, nodes: graph.nodes.map((node, at) => ({ ...node, partitions: partitions[at] })) };
};

describe('tintOf', () => {
  it('goes by orders of magnitude from the smallest to the largest', () => {
    expect(
      [...tintOf(sized(10, 100, 1000), 'partitions').values()].map((share) => Math.round(share * 100)),
    ).toEqual([0, 50, 100]);
  });

  it('tells nothing apart where all are alike or unknown', () => {
    expect(tintOf(sized(200, 200, 200), 'partitions').size).toBe(0);
    expect(tintOf(sized(undefined, undefined, undefined), 'partitions').size).toBe(0);
  });
});

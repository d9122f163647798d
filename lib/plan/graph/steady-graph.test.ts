import { describe, expect, it } from 'vitest';
import { steadyGraph } from './steady-graph.ts';
import { graphOf } from './testing.ts';

describe('steadyGraph', () => {
  it('is the graph before where the program does the same', () => {
    const before = graphOf('S>a a>b');
    expect(steadyGraph(before, graphOf('S>a a>b'))).toBe(before);
  });

  it('changes only the parts that do', () => {
    const before = graphOf('S>a a>b');
    const next = steadyGraph(before, graphOf('S>a a>c'));
    expect(next.nodes.slice(0, 2)).toEqual(before.nodes.slice(0, 2));
    expect(next.nodes[0]).toBe(before.nodes[0]);
    expect(next.edges[0]).toBe(before.edges[0]);
    expect(next.nodes.map(({ id }) => id)).toEqual(['S', 'a', 'c']);
    expect(next.bands).toBe(before.bands);
  });

  it('takes another view as it is', () => {
    const other = { ...graphOf('S>a'), view: 'logical' as const };
    expect(steadyGraph(graphOf('S>a'), other)).toBe(other);
  });
});

import { describe, expect, it } from 'vitest';
import { collapseChains } from './collapse.ts';
import { arrows, graphOf } from './testing.ts';

const collapsed = (text: string) => arrows(collapseChains(graphOf(text)));

describe('collapseChains', () => {
  it('makes one node of operators with one input and one reader', () => {
    expect(collapsed('S>a a>b b>c')).toEqual(['S -> a … c']);
    expect(collapseChains(graphOf('S>a a>b b>c')).nodes.at(-1)?.members).toEqual(['a', 'b', 'c']);
  });

  it('stops where rows meet and where they part', () => {
    expect(collapsed('S>a T>b a>j b>j j>c c>d')).toEqual(['S -> a', 'T -> b', 'a -> j … d', 'b -> j … d']);
    expect(collapsed('S>a a>b a>c')).toEqual(['S -> a', 'a -> b', 'a -> c']);
  });

  it('never crosses from one stage into another', () => {
    const graph = graphOf('S>a a>b');
    const nodes = graph.nodes.map((node) => ({ ...node, band: node.id === 'b' ? 'second' : 'first' }));
    expect(collapseChains({ ...graph, nodes }).nodes).toHaveLength(3);
  });

  it('leaves shuffles as they are', () => {
    const graph = graphOf('S>a a>b');
    const edges = graph.edges.map((edge) => (edge.to === 'b' ? { ...edge, kind: 'shuffle' as const } : edge));
    expect(collapseChains({ ...graph, edges }).edges.map(({ kind }) => kind)).toEqual(['narrow', 'shuffle']);
  });

  it('keeps the places of what it put together', () => {
    const graph = graphOf('S>a a>b');
    const nodes = graph.nodes.map((node, at) => ({ ...node, ats: [at] }));
    expect(collapseChains({ ...graph, nodes }).nodes.at(-1)?.ats).toEqual([1, 2]);
  });
});

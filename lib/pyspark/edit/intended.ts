import type { OperationGraph } from './graph-edit.ts';

type Edge = OperationGraph['edges'][number];

/** The graph without an operation: who took its result takes what it was called on. */
export function without(graph: OperationGraph, key: string): OperationGraph {
  const source = graph.edges.find(({ to, input }) => to === key && input === 0)?.from;
  return {
    nodes: graph.nodes.filter((node) => node.key !== key),
    edges: graph.edges.flatMap((edge): readonly Edge[] => {
      if (edge.to === key) return [];
      if (edge.from !== key) return [edge];
      return source === undefined ? [] : [{ ...edge, from: source }];
    }),
  };
}

/** The graph without operations that go with all that is made of them. */
export function withoutAll(graph: OperationGraph, keys: readonly string[]): OperationGraph {
  return {
    nodes: graph.nodes.filter(({ key }) => !keys.includes(key)),
    edges: graph.edges.filter(({ from, to }) => !keys.includes(from) && !keys.includes(to)),
  };
}

/** The graph with an operation on edges that begin at `after`; without edges it only reads. */
export function inserted(
  graph: OperationGraph,
  node: OperationGraph['nodes'][number],
  after: string,
  takes: (edge: Edge) => boolean,
): OperationGraph {
  const edges = graph.edges.map((edge) =>
    edge.from === after && takes(edge) ? { ...edge, from: node.key } : edge,
  );
  return { nodes: [...graph.nodes, node], edges: [...edges, { from: after, to: node.key, input: 0 }] };
}

/** The graph with the two inputs of a join exchanged. */
export function swapped(graph: OperationGraph, key: string): OperationGraph {
  return {
    nodes: graph.nodes,
    edges: graph.edges.map((edge) =>
      edge.to === key && edge.input < 2 ? { ...edge, input: 1 - edge.input } : edge,
    ),
  };
}

/** Two graphs as one text each, to compare: the order in which things are listed says nothing. */
export function graphText({ nodes, edges }: OperationGraph): string {
  return [
    ...nodes.map(({ key, method }) => `${key} ${method}`),
    ...edges.map(({ from, to, input }) => `${from} -> ${to}:${input}`),
  ]
    .toSorted()
    .join('\n');
}

import { groupBy } from '#lib/base/group-by.ts';
import type { GraphEdge, GraphNode, PlanGraph, StageBand } from '#lib/plan/graph/plan-graph.ts';

/** A stop of the keyboard and of selection: an operator, or a shuffle or broadcast between two. */
export type Stop =
  | { readonly kind: 'node'; readonly node: GraphNode }
  | { readonly kind: 'edge'; readonly edge: ExchangeEdge };

export type ExchangeEdge = GraphEdge & { readonly exchange: NonNullable<GraphEdge['exchange']> };

/** Ways through a graph. */
export interface GraphIndex {
  readonly graph: PlanGraph;
  readonly node: (id: string) => GraphNode | undefined;
  readonly band: (id: string | undefined) => StageBand | undefined;
  readonly inputs: (node: string) => readonly GraphEdge[];
  readonly outputs: (node: string) => readonly GraphEdge[];
  readonly stop: (id: string | undefined) => Stop | undefined;
  /** Nodes that an action ends with. */
  readonly ends: readonly GraphNode[];
}

export function indexGraph(graph: PlanGraph): GraphIndex {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]));
  const bands = new Map(graph.bands.map((band) => [band.id, band]));
  const inputs = groupBy(graph.edges, ({ to }) => to);
  const outputs = groupBy(graph.edges, ({ from }) => from);
  return {
    graph,
    node: (id) => nodes.get(id),
    band: (id) => (id === undefined ? undefined : bands.get(id)),
    inputs: (node) => inputs.get(node) ?? [],
    outputs: (node) => outputs.get(node) ?? [],
    stop: (id) => {
      if (id === undefined) return undefined;
      const node = nodes.get(id);
      if (node) return { kind: 'node', node };
      const edge = edges.get(id);
      return edge && isExchange(edge) ? { kind: 'edge', edge } : undefined;
    },
    ends: graph.nodes.filter(({ id }) => !outputs.has(id)),
  };
}

export function isExchange(edge: GraphEdge): edge is ExchangeEdge {
  return edge.exchange !== undefined;
}

export function stopId(stop: Stop): string {
  return stop.kind === 'node' ? stop.node.id : stop.edge.id;
}

/** The place in the program that a stop comes from. */
export function placeOf(stop: Stop): number | undefined {
  return stop.kind === 'node' ? stop.node.ats.at(-1) : stop.edge.exchange.at;
}

/** Stops of a place, shuffles first: they are what one looks for. */
export function stopsAt(graph: PlanGraph, place: number): readonly string[] {
  return [
    ...graph.edges.filter(({ exchange }) => exchange?.at === place).map(({ id }) => id),
    ...graph.nodes.filter(({ ats }) => ats.includes(place)).map(({ id }) => id),
  ];
}

/** All places that a graph shows something of. */
export function placesIn(graph: PlanGraph): ReadonlySet<number> {
  return new Set([
    ...graph.nodes.flatMap(({ ats }) => ats),
    ...graph.edges.flatMap(({ exchange }) => exchange?.at ?? []),
  ]);
}

import { groupBy } from '#lib/base/group-by.ts';
import type { GraphEdge, GraphNode, PlanGraph } from './plan-graph.ts';

/** Above that many nodes a graph is drawn with its chains put together, unless somebody wants it otherwise. */
export const COLLAPSE_ABOVE = 300;

/** Every run of operators with one input and one reader, within a stage, becomes one node. */
export function collapseChains(graph: PlanGraph): PlanGraph {
  const inputs = groupBy(graph.edges, ({ to }) => to);
  const outputs = groupBy(graph.edges, ({ from }) => from);
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const next = (node: GraphNode): GraphNode | undefined => {
    const [edge, second] = outputs.get(node.id) ?? [];
    if (!edge || second || edge.kind !== 'narrow' || (inputs.get(edge.to)?.length ?? 0) > 1) return undefined;
    const reader = byId.get(edge.to);
    return reader?.role === 'work' && reader.band === node.band ? reader : undefined;
  };
  const isInner = new Set(
    graph.nodes.flatMap((node) => (node.role === 'work' ? (next(node)?.id ?? []) : [])),
  );
  const moved = new Map<string, string>();
  const nodes = graph.nodes.flatMap((node): readonly GraphNode[] => {
    if (isInner.has(node.id)) return [];
    const chain = chainFrom(node, next);
    if (chain.length === 1) return chain;
    const whole = together(chain);
    for (const { id } of chain) moved.set(id, whole.id);
    return [whole];
  });
  const edges = graph.edges
    .map(
      (edge): GraphEdge => ({
        ...edge,
        from: moved.get(edge.from) ?? edge.from,
        to: moved.get(edge.to) ?? edge.to,
      }),
    )
    .filter(({ from, to }) => from !== to);
  return { ...graph, nodes, edges };
}

function chainFrom(
  first: GraphNode,
  next: (node: GraphNode) => GraphNode | undefined,
): readonly [GraphNode, ...GraphNode[]] {
  const chain: [GraphNode, ...GraphNode[]] = [first];
  if (first.role !== 'work') return chain;
  for (let at = next(first); at !== undefined; at = next(at)) chain.push(at);
  return chain;
}

function together(chain: readonly [GraphNode, ...GraphNode[]]): GraphNode {
  const last = chain.at(-1)!;
  const members = chain.map(({ name }) => name);
  return {
    ...last,
    id: `${chain[0].id}+`,
    name: `${members[0]} … ${members.at(-1)}`,
    detail: members.join(' → '),
    ats: [...new Set(chain.flatMap(({ ats }) => ats))],
    marks: [...new Set(chain.flatMap(({ marks }) => marks))],
    members,
  };
}

import { groupBy } from '#lib/base/group-by.ts';
import type { GraphEdge, GraphNode, PlanGraph, StageBand } from './plan-graph.ts';

/** Of a physical graph only the stages and what moves between them. */
export function stageGraph(physical: PlanGraph): PlanGraph {
  const byBand = groupBy(physical.nodes, ({ band }) => band);
  const bandOf = new Map(physical.nodes.map(({ id, band }) => [id, band]));
  const nodes = physical.bands.map((band) => stageNode(band, byBand.get(band.id) ?? []));
  const edges: GraphEdge[] = [];
  for (const edge of physical.edges) {
    const from = bandOf.get(edge.from);
    const to = bandOf.get(edge.to);
    if (from !== undefined && to !== undefined && from !== to) edges.push({ ...edge, from, to });
  }
  return { view: 'stages', nodes, edges, bands: [] };
}

/** Names that a stage is told by: reading, joining, aggregating, and where its rows go. */
function stageNode(band: StageBand, members: readonly GraphNode[]): GraphNode {
  const sink = members.find(({ role }) => role === 'sink');
  // Nodes were added from the result downwards; rows flow the other way.
  const operators = members.filter((member) => member !== sink).map(({ name }) => name);
  const names = [...operators.toReversed(), ...(sink ? [sink.name] : [])];
  const only = members.every(({ role }) => role !== 'work');
  return {
    id: band.id,
    role: sink ? 'sink' : only ? 'scan' : 'work',
    name: `Stage ${band.number}`,
    detail: names.join(' → '),
    ats: [...new Set(members.flatMap(({ ats }) => ats))],
    lane: band.lane,
    band: undefined,
    partitions: band.partitions,
    bytes: members[0]?.bytes,
    columns: members.find(({ role }) => role !== 'sink')?.columns ?? [],
    marks: [...new Set(members.flatMap(({ marks }) => marks))],
    members: names,
  };
}

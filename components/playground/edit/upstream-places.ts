import type { GraphIndex, Stop } from '#components/graph/graph-index.ts';

/** Of an edge: the places in the program of all that comes through it. Of an operator none. */
export function upstreamPlaces(stop: Stop, index: GraphIndex): readonly number[] {
  if (stop.kind === 'node') return [];
  const nodes = new Set([stop.edge.from]);
  // A set that grows while it is walked is walked to its new end.
  for (const id of nodes) for (const { from } of index.inputs(id)) nodes.add(from);
  return [...new Set([...nodes].flatMap((id) => index.node(id)?.ats ?? []))];
}

import { steadyList } from '#lib/base/steady.ts';
import type { PlanGraph } from './plan-graph.ts';

/** The next graph made of the parts of the one before, as far as they are the same; the one before itself where all are. */
export function steadyGraph(before: PlanGraph, next: PlanGraph): PlanGraph {
  if (before.view !== next.view) return next;
  const byId = ({ id }: { readonly id: string }): string => id;
  const nodes = steadyList(before.nodes, next.nodes, byId);
  const edges = steadyList(before.edges, next.edges, byId);
  const bands = steadyList(before.bands, next.bands, byId);
  const isSame = nodes === before.nodes && edges === before.edges && bands === before.bands;
  return isSame ? before : { view: next.view, nodes, edges, bands };
}

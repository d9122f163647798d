import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';

/** What a graph is asked to bring out: some places of one action. */
export interface BroughtOut {
  readonly lane: number;
  readonly places: ReadonlySet<number>;
}

/** Stops that do not belong to what is brought out. The end of its action stays, and so does what comes from no place. */
export function dimmedStops(graph: PlanGraph, out: BroughtOut | undefined): ReadonlySet<string> {
  if (!out) return new Set();
  const isOther = (lane: number | undefined): boolean => lane !== undefined && lane !== out.lane;
  const isElsewhere = (ats: readonly number[]): boolean =>
    ats.length > 0 && !ats.some((at) => out.places.has(at));
  const lanes = new Map(graph.nodes.map(({ id, lane }) => [id, lane]));
  const nodes = graph.nodes.filter(
    ({ lane, role, ats }) => isOther(lane) || (role !== 'sink' && isElsewhere(ats)),
  );
  const exchanges = graph.edges.filter(
    ({ to, exchange }) =>
      exchange && (isOther(lanes.get(to)) || isElsewhere(exchange.at === undefined ? [] : [exchange.at])),
  );
  return new Set([...nodes, ...exchanges].map(({ id }) => id));
}

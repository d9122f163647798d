import { exchangeLabel, type PlanGraph } from '#lib/plan/graph/plan-graph.ts';

/** Stops whose name, columns, keys or source hold a text. */
export function findStops({ nodes, edges }: PlanGraph, text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const holds = (...parts: readonly string[]): boolean =>
    parts.some((part) => part.toLowerCase().includes(wanted));
  return [
    ...nodes.filter((node) => holds(node.name, node.detail, ...node.members)).map(({ id }) => id),
    ...edges
      .filter(({ kind, exchange }) => exchange && holds(kind, exchangeLabel(exchange)))
      .map(({ id }) => id),
  ];
}

import type { GraphEdge, GraphExchange, GraphNode, PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { Operation } from '../program.ts';

/** A piece of the program that makes something of a plan: a call on a DataFrame, with its arguments. */
export interface Place {
  readonly file: string;
  /** Offsets of the method's name up to the end of its arguments, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly method: string;
}

/** The places of a program, and for each operation the index of its place. A call in a loop is one place. */
export interface Places {
  readonly list: readonly Place[];
  readonly of: readonly number[];
}

export function placesOf(operations: readonly Operation[]): Places {
  const known = new Map<string, number>();
  const list: Place[] = [];
  const of = operations.map(({ method, name, range }) => {
    const { file, from, line } = name;
    const to = Math.max(name.to, range.to);
    const key = `${from}:${to}:${file}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, list.length);
    list.push({ file, from, to, line, method });
    return list.length - 1;
  });
  return { list, of };
}

/**
 * The place that an offset stands for: the smallest around it, or the last one of its line. `groupBy` alone makes nothing of a
 * plan, so where `drawn` has none of those the next one after it on the same or the following line counts.
 */
export function placeAt(
  list: readonly Place[],
  at: { readonly file: string; readonly offset: number; readonly line: number },
  drawn: ReadonlySet<number>,
): number | undefined {
  const { file, offset, line } = at;
  const inFile = list.flatMap((place, index) => (place.file === file ? [{ place, index }] : []));
  const around = inFile
    .filter(({ place }) => place.from <= offset && offset <= place.to)
    .toSorted((a, b) => size(a.place) - size(b.place));
  const onLine = inFile.filter(({ place }) => place.line === line);
  const after = inFile
    .filter(({ place }) => place.from > offset && place.line <= line + 1)
    .toSorted((a, b) => a.place.from - b.place.from);
  const isDrawn = ({ index }: { readonly index: number }): boolean => drawn.has(index);
  const found =
    around.find(isDrawn) ??
    (around.length > 0 ? after.find(isDrawn) : onLine.findLast(isDrawn)) ??
    around[0] ??
    onLine.at(-1);
  return found?.index;
}

function size({ from, to }: Place): number {
  return to - from;
}

/** The graph with places instead of operations. */
export function inPlaces(graph: PlanGraph, { of }: Places): PlanGraph {
  const node = (each: GraphNode): GraphNode => ({
    ...each,
    ats: [...new Set(each.ats.map((at) => of[at]!))],
  });
  const exchange = (each: GraphExchange): GraphExchange => ({
    ...each,
    at: each.at === undefined ? undefined : of[each.at],
  });
  const edge = (each: GraphEdge): GraphEdge =>
    each.exchange ? { ...each, exchange: exchange(each.exchange) } : each;
  return { ...graph, nodes: graph.nodes.map(node), edges: graph.edges.map(edge) };
}

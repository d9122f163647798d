import type { PredictedExchange } from '../prediction.ts';

/**
 * Plans as graphs to draw, to list and to export: plain data, without plans in it. Edges lead from what gives rows to
 * what takes them.
 */
export interface PlanGraph {
  readonly view: GraphView;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Stages; none in the logical view. */
  readonly bands: readonly StageBand[];
}

export const GRAPH_VIEWS = ['logical', 'physical', 'stages'] as const;
export type GraphView = (typeof GRAPH_VIEWS)[number];

export interface GraphNode {
  readonly id: string;
  /** `scan` reads, `sink` is where an action takes the rows, `work` is everything between. */
  readonly role: 'scan' | 'work' | 'sink';
  /** The operator as Spark prints it. */
  readonly name: string;
  /** Columns, keys, condition, source: one line. */
  readonly detail: string;
  /** Operations of the program that it comes from; several where nodes were put together. */
  readonly ats: readonly number[];
  /** The action it belongs to, as an index; undefined where several share it. */
  readonly lane: number | undefined;
  readonly band: string | undefined;
  /** Tasks that run it; undefined where there are none (logical view). */
  readonly partitions: number | undefined;
  /** What Spark takes for the size of its result; undefined where it rests on a source of unknown size. */
  readonly bytes: number | undefined;
  /** Columns that come out, with their types. */
  readonly columns: readonly GraphColumn[];
  readonly marks: readonly NodeMark[];
  /** Why this operator was chosen, for joins. */
  readonly because?: string;
  /** Names of the operators that were put together into this node. */
  readonly members: readonly string[];
}

export interface GraphColumn {
  readonly name: string;
  readonly type: string;
}

/** `cache`: rows come from memory once they are there. `python`: rows go to a Python process and back. */
export type NodeMark = 'cache' | 'python';

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `side`: a subquery's result. */
  readonly kind: 'narrow' | 'shuffle' | 'broadcast' | 'side';
  /** Of shuffles and broadcasts. */
  readonly exchange?: GraphExchange;
}

export type GraphExchange = Pick<
  PredictedExchange,
  'kind' | 'keys' | 'numPartitions' | 'confidence' | 'because' | 'skew'
> & {
  /** The operation that it comes from. */
  readonly at: number | undefined;
  readonly reused: boolean;
};

/** Operators that run in the same tasks. */
export interface StageBand {
  readonly id: string;
  readonly lane: number;
  /** Counted from 1 in each action, in the order in which they run. */
  readonly number: number;
  readonly partitions: number | undefined;
}

/** `hash(country) · 200`, `skewed hash(country) · 200`, `broadcast`, `single`. */
export function exchangeLabel({
  kind,
  keys,
  numPartitions,
  skew,
}: Pick<GraphExchange, 'kind' | 'keys' | 'numPartitions' | 'skew'>): string {
  if (kind === 'broadcast' || kind === 'single') return kind;
  return `${skew ? 'skewed ' : ''}${kind}${keys.length > 0 ? `(${keys.join(', ')})` : ''} · ${numPartitions}`;
}

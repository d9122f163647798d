import { type Json, number, objects, text } from '../json.ts';

/** A node of a physical plan as Spark's SQL tab draws it. */
export interface PlanNode {
  readonly id: number;
  readonly parentId: number | null;
  /** WholeStageCodegen node around it. */
  readonly clusterId: number | null;
  readonly depth: number;
  readonly name: string;
  readonly detail: string;
  readonly metrics: readonly PlanMetric[];
}

export interface PlanMetric {
  readonly name: string;
  readonly accumulatorId: number;
  readonly type: string;
}

/** More nodes than this are not drawn by anyone; the rest of a hostile plan is left out. */
export const MAX_NODES = 20_000;

/**
 * Numbers the nodes of a plan exactly as Spark class SparkPlanGraph does: codegen clusters get a number, adapters
 * and query stages none, and a reused exchange or subquery points to the first one drawn.
 */
export function planGraph(plan: Json): readonly PlanNode[] {
  const nodes: PlanNode[] = [];
  const exchanges = new Map<number, PlanNode>();
  const identity = new PlanIdentity();
  // An explicit stack in drawing order: a deep plan must not exhaust the call stack.
  const stack: Visit[] = [{ plan, parent: null, cluster: null, depth: 0 }];
  for (let visit = stack.pop(); visit && nodes.length < MAX_NODES; visit = stack.pop()) {
    const { plan: at, parent, cluster, depth } = visit;
    const name = text(at, 'nodeName') ?? '';
    const children = objects(at, 'children');
    const first = children[0];
    const passOn = (into: PlanNode | null): void => {
      if (first) stack.push({ plan: first, parent, cluster: into, depth });
    };

    if (name.startsWith('WholeStageCodegen')) {
      // A cluster stands around its operators and is no step of the data: Spark gives it no edge either.
      const node = draw(nodes, at, name, null, null, depth);
      passOn(node);
    } else if (name === 'InputAdapter') passOn(null);
    else if (QUERY_STAGES.has(name)) {
      if (!first || !exchanges.has(identity.of(first))) passOn(null);
    } else if (cluster !== null && OUTSIDE_CODEGEN.has(name)) {
      stack.push({ plan: at, parent, cluster: null, depth });
    } else if (name === 'Subquery' && exchanges.has(identity.of(at))) {
      // Drawn already: the reuse is an edge to it.
    } else if (name === 'ReusedSubquery') passOn(cluster);
    else if (name === 'ReusedExchange' && first && exchanges.has(identity.of(first))) {
      // Likewise.
    } else {
      const node = draw(nodes, at, name, parent, cluster, depth);
      if (name.includes('Exchange') || name === 'Subquery') exchanges.set(identity.of(at), node);
      for (let i = children.length - 1; i >= 0; i--) {
        stack.push({ plan: children[i]!, parent: node, cluster, depth: depth + 1 });
      }
    }
  }
  return nodes;
}

interface Visit {
  readonly plan: Json;
  readonly parent: PlanNode | null;
  readonly cluster: PlanNode | null;
  readonly depth: number;
}

const QUERY_STAGES: ReadonlySet<string> = new Set([
  'BroadcastQueryStage',
  'ResultQueryStage',
  'ShuffleQueryStage',
  'TableCacheQueryStage',
]);

/** A subquery is never part of a codegen cluster. */
const OUTSIDE_CODEGEN: ReadonlySet<string> = new Set(['Subquery']);

function draw(
  nodes: PlanNode[],
  plan: Json,
  name: string,
  parent: PlanNode | null,
  cluster: PlanNode | null,
  depth: number,
): PlanNode {
  const node: PlanNode = {
    id: nodes.length,
    parentId: parent?.id ?? null,
    clusterId: cluster?.id ?? null,
    depth,
    name: name.trim(),
    detail: text(plan, 'simpleString') ?? '',
    metrics: planMetrics(plan),
  };
  nodes.push(node);
  return node;
}

export function planMetrics(from: Json, key = 'metrics'): readonly PlanMetric[] {
  const metrics: PlanMetric[] = [];
  for (const metric of objects(from, key)) {
    const accumulatorId = number(metric, 'accumulatorId');
    if (accumulatorId === undefined) continue;
    metrics.push({
      accumulatorId,
      name: text(metric, 'name') ?? '',
      type: text(metric, 'metricType') ?? 'sum',
    });
  }
  return metrics;
}

/** Numbers equal subplans equally: same name, same text, equal children (Spark class SparkPlanInfo.equals). */
class PlanIdentity {
  readonly #known = new Map<string, number>();
  readonly #memo = new Map<Json, number>();

  of(plan: Json): number {
    // Children first, on a stack of our own for the same reason as above.
    const stack = [plan];
    for (let at = stack.at(-1); at; at = stack.at(-1)) {
      const size = stack.length;
      for (const child of objects(at, 'children')) if (!this.#memo.has(child)) stack.push(child);
      if (stack.length > size) continue;
      stack.pop();
      this.#memo.set(at, this.#number(at));
    }
    return this.#memo.get(plan)!;
  }

  #number(plan: Json): number {
    const children = objects(plan, 'children').map((child) => this.#memo.get(child));
    const key = JSON.stringify([plan.nodeName, plan.simpleString, children]);
    const id = this.#known.get(key) ?? this.#known.size;
    this.#known.set(key, id);
    return id;
  }
}

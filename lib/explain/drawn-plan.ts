import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { PredictedJoin } from '#lib/plan/prediction.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import { JOIN_LABELS, type PlanFacts } from './pack-of-plan.ts';

/** What a page knows of a program that it draws (lib/pyspark/view/program-view.ts has all of it). */
export interface DrawnProgram {
  readonly lanes: readonly {
    readonly runBy: string;
    readonly jobs: readonly unknown[];
    readonly stages: number;
  }[];
  readonly unresolved: readonly unknown[];
}

/** The actions of a drawn program; its graph must be the physical one or that of stages, for the logical one moves no rows. */
export function drawnPlan(
  { lanes, unresolved }: DrawnProgram,
  graph: Pick<PlanGraph, 'nodes' | 'edges'>,
  spark: SparkVersion,
  ruleIds: readonly string[],
): PlanFacts {
  const laneOf = new Map(graph.nodes.map(({ id, lane }) => [id, lane]));
  const actions = lanes.flatMap(({ runBy, jobs, stages }, lane) => {
    if (runBy !== 'action') return [];
    const edges = graph.edges.filter(({ to }) => (laneOf.get(to) ?? 0) === lane);
    const exchanges = edges.flatMap(({ exchange }) => (exchange ? [exchange] : []));
    const own = graph.nodes.filter((node) => (node.lane ?? 0) === lane);
    const joins = own.flatMap(({ name, members, because = '' }) =>
      (members.length > 0 ? members : [name]).filter(isJoin).map((type) => ({ type, because })),
    );
    return [{ jobs: jobs.length, stages, exchanges, joins }];
  });
  return { spark, prediction: { actions, unresolved }, graph, ruleIds };
}

function isJoin(name: string): name is PredictedJoin['type'] {
  return Object.hasOwn(JOIN_LABELS, name);
}

import type { PlanGraph } from '#lib/plan/graph/plan-graph.ts';
import type { PredictedExchange, PredictedJoin } from '#lib/plan/prediction.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import type { EvidencePack, Fact } from './evidence-pack.ts';
import type { Label } from './labels.ts';
import { PackBuilder } from './pack-builder.ts';
import { type ExchangeKind, operatorsIn, RULE_ID, settingsIn, type Term } from './terms.ts';

export interface PlanFacts {
  readonly spark: SparkVersion;
  /** Of the whole program, or of the one action that is asked about: a `Prediction`, or a drawn one (drawn-plan.ts). */
  readonly prediction: { readonly actions: readonly PlanAction[]; readonly unresolved: readonly unknown[] };
  /** For operators and sizes, where a graph is there. */
  readonly graph?: Pick<PlanGraph, 'nodes'>;
  /** Rules that the program breaks. */
  readonly ruleIds?: readonly string[];
}

/** What is taken of a `PredictedAction`. */
export interface PlanAction {
  readonly jobs: number;
  readonly stages: number;
  readonly exchanges: readonly PlanExchange[];
  readonly joins: readonly Pick<PredictedJoin, 'type' | 'because'>[];
  readonly optimizer?: readonly unknown[];
}

export type PlanExchange = Pick<PredictedExchange, 'kind' | 'keys' | 'numPartitions' | 'reused' | 'because'>;

/** What a predicted plan is made of. Columns, paths, conditions and source text stay behind. */
export function packOfPlan(plan: PlanFacts): EvidencePack {
  const builder = new PackBuilder();
  addPlan(builder, plan);
  return builder.build('predicted', { kind: 'plan', spark: plan.spark });
}

/** Two plans of one program, before and after a change; of names that only one has, which one. */
export function packOfDiff(before: PlanFacts, after: PlanFacts): EvidencePack {
  const builder = new PackBuilder();
  addPlan(builder, before, 'before');
  addPlan(builder, after, 'after');
  return builder.build('predicted', { kind: 'diff', spark: after.spark });
}

export const JOIN_LABELS: Readonly<Record<PredictedJoin['type'], Label>> = {
  SortMergeJoin: 'sort-merge joins',
  BroadcastHashJoin: 'broadcast hash joins',
  ShuffledHashJoin: 'shuffled hash joins',
  BroadcastNestedLoopJoin: 'nested-loop joins',
  CartesianProduct: 'cartesian products',
};
const PARTITIONS: Readonly<Record<Exclude<ExchangeKind, 'broadcast'>, Label>> = {
  hash: 'partitions of a hash shuffle',
  range: 'partitions of a range shuffle',
  roundrobin: 'partitions of a round-robin shuffle',
  single: 'partitions of a shuffle into one partition',
};
/** Shuffles that are told one by one; of more, their number is told. */
const LISTED = 8;

function addPlan(builder: PackBuilder, plan: PlanFacts, side?: Fact['side']): void {
  const { prediction, graph, ruleIds = [] } = plan;
  const more = side ? { side } : {};
  const { actions, unresolved } = prediction;
  const exchanges = actions.flatMap((action) => action.exchanges);
  const joins = actions.flatMap((action) => action.joins);
  const fresh = exchanges.filter(({ kind, reused }) => kind !== 'broadcast' && !reused);
  const count = (label: Label, value: number) => builder.fact(label, value, 'count', more);
  count('actions', actions.length);
  count('jobs', sum(actions.map(({ jobs }) => jobs)));
  count('stages', sum(actions.map(({ stages }) => stages)));
  count('shuffles', fresh.length);
  count('broadcasts', exchanges.filter(({ kind }) => kind === 'broadcast').length);
  const reused = exchanges.filter((exchange) => exchange.reused).length;
  if (reused > 0) count('shuffles reused', reused);
  for (const [type, label] of Object.entries(JOIN_LABELS)) {
    const found = joins.filter((join) => join.type === type).length;
    if (found > 0) count(label, found);
  }
  for (const exchange of fresh.slice(0, LISTED)) addShuffle(count, exchange);
  const changes = sum(actions.map(({ optimizer }) => optimizer?.length ?? 0));
  if (changes > 0) count('places the optimizer changes', changes);
  if (unresolved.length > 0) count('things that cannot be known', unresolved.length);
  if (graph) {
    count('operators', graph.nodes.length);
    const sizes = graph.nodes.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
    if (sizes.length > 0)
      builder.fact('estimated size of the largest result', Math.max(...sizes), 'bytes', more);
  }
  const rules = ruleIds.filter((id) => RULE_ID.test(id));
  if (plan.ruleIds) count('rules broken', rules.length);
  const term = (name: Term) => builder.term(name, side);
  addTerms(term, plan, exchanges, joins);
  for (const name of rules) term({ kind: 'rule', name });
}

function addShuffle(
  count: (label: Label, value: number) => void,
  { kind, keys, numPartitions }: PlanExchange,
): void {
  if (kind === 'broadcast') return;
  count(PARTITIONS[kind], numPartitions);
  if (keys.length > 0) count('keys of the shuffle', keys.length);
}

function addTerms(
  term: (name: Term) => void,
  { graph }: PlanFacts,
  exchanges: readonly PlanExchange[],
  joins: PlanAction['joins'],
): void {
  for (const { type } of joins) term({ kind: 'operator', name: type });
  // A name is "Scan parquet sales.orders" or a function's: only what is an operator of Spark's is taken.
  for (const { name } of graph?.nodes ?? [])
    for (const operator of operatorsIn(name).slice(0, 1)) term({ kind: 'operator', name: operator });
  for (const { kind } of exchanges) term({ kind: 'exchange', name: kind });
  for (const { because } of [...exchanges, ...joins])
    for (const name of settingsIn(because)) term({ kind: 'setting', name });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

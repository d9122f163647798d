import { UserError } from '#lib/base/assert.ts';
import { expressionText } from '#lib/plan/expression/text.ts';
import { newHistory } from '#lib/plan/jobs/run.ts';
import { type Partitioning, partitionsOf } from '#lib/plan/physical/partitioning.ts';
import type { PhysicalPlan } from '#lib/plan/physical/physical-plan.ts';
import { childrenOf } from '#lib/plan/physical/traverse.ts';
import { predictAction } from '#lib/plan/predict-action.ts';
import type { PythonLanguage } from '#lib/pyspark/syntax/parser.ts';
import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import { queryCatalog } from './query-program.ts';
import { readQuerySettings } from './query-settings.ts';
import { readTables } from './read-tables.ts';
import { readQuery } from './run-query.ts';

type ShownExchange =
  | { readonly type: 'broadcast' | 'reused' }
  | {
      readonly type: 'shuffle';
      readonly partitioning: string;
      readonly keys: readonly string[];
      readonly numPartitions: number;
      readonly origin: string;
    };

/** The exchanges that the planner puts into a query, the one nearest to the root first. */
export function exchangeElision(language: PythonLanguage): CaseKind {
  return {
    kind: 'exchange-elision',
    run(input, spark) {
      const tables = readTables(input.optional('tables'));
      const settings = readQuerySettings(input, spark);
      const program = readQuery(input.field('query').text(), tables, settings, language, '.collect()');
      const action = program.steps.findLast((step) => 'on' in step);
      if (action === undefined || !('on' in action)) throw new UserError('The query gives no DataFrame');
      const context = { settings, catalog: queryCatalog(tables), history: newHistory() };
      const { plan } = predictAction(action, context);
      return { exchanges: plan === undefined ? [] : exchangesOf(plan) };
    },
  };
}

function exchangesOf(plan: PhysicalPlan): readonly ShownExchange[] {
  if (plan.kind === 'ReusedExchange') return [{ type: 'reused' }];
  const below = childrenOf(plan).flatMap(exchangesOf);
  if (plan.kind === 'BroadcastExchange') return [{ type: 'broadcast' }, ...below];
  if (plan.kind !== 'ShuffleExchange') return below;
  const { partitioning, origin } = plan;
  const shown: ShownExchange = {
    type: 'shuffle',
    partitioning: NAMES[partitioning.kind],
    keys: keysOf(partitioning),
    numPartitions: partitionsOf(partitioning),
    origin,
  };
  return [shown, ...below];
}

const NAMES: Readonly<Record<Partitioning['kind'], string>> = {
  unknown: 'UnknownPartitioning',
  'round-robin': 'RoundRobinPartitioning',
  single: 'SinglePartition',
  hash: 'HashPartitioning',
  range: 'RangePartitioning',
  broadcast: 'BroadcastPartitioning',
  collection: 'PartitioningCollection',
};

function keysOf(partitioning: Partitioning): readonly string[] {
  if (partitioning.kind === 'hash') return partitioning.keys.map(expressionText);
  return partitioning.kind === 'range' ? partitioning.order.map(expressionText) : [];
}

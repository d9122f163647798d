import { isDeterministic } from '#lib/plan/expression/traverse.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf, expressionsOf } from '#lib/plan/logical/traverse.ts';
import type { SparkCall } from '../spark-call.ts';
import { framePlan, methodOf, takesAll } from './used-columns.ts';

/** What an operation does to rows, as far as it decides what may come before or after it. */
export type OperationKind =
  | 'filter'
  | 'columns'
  | 'sort'
  | 'placement'
  | 'cache'
  | 'name'
  | 'all-columns'
  | 'distinct'
  | 'some-distinct'
  | 'limit'
  | 'pick'
  | 'aggregate'
  | 'join'
  | 'set'
  | 'other'
  | 'source'
  | 'end';

const BY_METHOD: Readonly<Record<string, OperationKind>> = {
  filter: 'filter',
  where: 'filter',
  dropna: 'filter',
  select: 'columns',
  selectExpr: 'columns',
  withColumn: 'columns',
  withColumns: 'columns',
  withColumnRenamed: 'columns',
  withColumnsRenamed: 'columns',
  toDF: 'columns',
  drop: 'columns',
  fillna: 'columns',
  replace: 'columns',
  sort: 'sort',
  orderBy: 'sort',
  sortWithinPartitions: 'sort',
  repartition: 'placement',
  repartitionByRange: 'placement',
  coalesce: 'placement',
  cache: 'cache',
  persist: 'cache',
  alias: 'name',
  hint: 'name',
  broadcast: 'name',
  distinct: 'distinct',
  dropDuplicates: 'some-distinct',
  drop_duplicates: 'some-distinct',
  limit: 'limit',
  offset: 'pick',
  sample: 'pick',
  agg: 'aggregate',
  count: 'aggregate',
  sum: 'aggregate',
  avg: 'aggregate',
  mean: 'aggregate',
  min: 'aggregate',
  max: 'aggregate',
  join: 'join',
  crossJoin: 'join',
  union: 'set',
  unionAll: 'set',
  unionByName: 'set',
  intersect: 'set',
  intersectAll: 'set',
  subtract: 'set',
  exceptAll: 'set',
};

export function kindOf(call: SparkCall): OperationKind {
  if (!framePlan(call)) return 'source';
  if (call.gives.kind !== 'frame') return 'end';
  const method = methodOf(call);
  if (takesAll(call)) return 'all-columns';
  const kind = Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method]! : 'other';
  if (kind === 'some-distinct' && call.args.positional.length + call.args.keywords.size === 0)
    return 'distinct';
  const nodes = ownNodes(call);
  if (!nodes) return kind === 'cache' ? kind : 'other';
  const isByRow = nodes.every((node) => node.kind === 'Project' || node.kind === 'Filter');
  return (kind === 'columns' || kind === 'filter') && !isByRow ? 'other' : kind;
}

/** The nodes that a call put over what it is called on, outermost first; undefined where that is not among them. */
export function ownNodes(call: SparkCall): readonly LogicalPlan[] | undefined {
  const base = framePlan(call);
  if (call.gives.kind !== 'frame' || !base) return undefined;
  const nodes: LogicalPlan[] = [];
  for (let plan = call.gives.plan; plan !== base; ) {
    nodes.push(plan);
    const [first] = childrenOf(plan);
    if (!first) return undefined;
    plan = first;
  }
  return nodes;
}

/** Whether it gives the same for the same rows, however often and wherever it runs. */
export function isRepeatable(call: SparkCall): boolean {
  return (ownNodes(call) ?? []).every((node) => expressionsOf(node).every(isDeterministic));
}

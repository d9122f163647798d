import { canonicalKey } from '../expression/canonical.ts';
import type { Attribute, Call, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, isAggregate, toAttribute } from '../expression/make.ts';
import { expressionText } from '../expression/text.ts';
import { collect } from '../expression/traverse.ts';
import { typeOf } from '../expression/type-of.ts';
import type { Aggregate } from '../logical/logical-plan.ts';
import type { DataType } from '../types/data-type.ts';
import type { AggregateExec, PhysicalPlan } from './physical-plan.ts';
import type { PlannerContext } from './planner-context.ts';

/**
 * Groups in two phases, before and after the shuffle; with a DISTINCT in four, since its columns have to be grouped by
 * first. Source: Aggregation strategy, AggUtils.
 */
export function planAggregate(plan: Aggregate, context: PlannerContext): PhysicalPlan {
  const child = context.plan(plan.child);
  const keys = plan.grouping.map(
    (key): NamedExpression =>
      key.kind === 'attribute' ? key : alias(key, expressionText(key), context.fresh()),
  );
  const calls = new Map<string, Expression>();
  for (const named of plan.list) {
    for (const each of collect(named, (part): part is Expression => isAggregate(part)))
      calls.set(canonicalKey(each), each);
  }
  const all = [...calls.values()];
  const node = (parts: Parts): AggregateExec => ({
    kind: 'Aggregate',
    operator: operatorFor(all),
    at: plan.at,
    logical: plan,
    ...parts,
  });
  const result = { list: withKeys(plan.list, plan.grouping, keys), output: plan.list.map(toAttribute) };
  const names = keys.map(toAttribute);
  if (all.some((each) => each.kind === 'python-udf')) {
    return node({ phase: 'complete', grouping: plan.grouping, ...result, child });
  }
  const distinct = all.filter((each): each is Call => each.kind === 'call' && each.distinct === true);
  const buffers = all.filter((each) => !distinct.includes(each as Call)).map((each) => buffer(each, context));
  const grouped = (by: readonly NamedExpression[], more: readonly Attribute[]) => ({
    list: [...by, ...more],
    output: [...by.map(toAttribute), ...more],
  });
  if (distinct.length === 0) {
    const partial = node({
      phase: 'partial',
      grouping: keys.map(withoutAlias),
      ...grouped(keys, buffers),
      child,
    });
    return node({ phase: 'final', grouping: names, ...result, child: partial });
  }
  const columns = distinct[0]!.args.map(
    (arg): NamedExpression =>
      arg.kind === 'attribute' ? arg : alias(arg, expressionText(arg), context.fresh()),
  );
  const both = [...keys, ...columns];
  const bothNames = both.map(toAttribute);
  const partial = node({
    phase: 'partial',
    grouping: both.map(withoutAlias),
    ...grouped(both, buffers),
    child,
  });
  const merge = node({ phase: 'merge', grouping: bothNames, ...grouped(bothNames, buffers), child: partial });
  const counts = distinct.map((each) => buffer(each, context));
  const partialDistinct = node({
    phase: 'partial',
    grouping: names,
    ...grouped(names, [...buffers, ...counts]),
    child: merge,
  });
  return node({ phase: 'final', grouping: names, ...result, child: partialDistinct });
}

type Parts = Pick<AggregateExec, 'phase' | 'grouping' | 'list' | 'output' | 'child'>;

function withoutAlias(named: NamedExpression): Expression {
  return named.kind === 'alias' ? named.child : named;
}

/** Results name their keys as the phases before do. */
function withKeys(
  list: readonly NamedExpression[],
  grouping: readonly Expression[],
  keys: readonly NamedExpression[],
): readonly NamedExpression[] {
  const names = new Map(grouping.map((key, i) => [canonicalKey(key), toAttribute(keys[i]!)]));
  return list.map((named) => {
    const name = named.kind === 'alias' ? names.get(canonicalKey(named.child)) : undefined;
    return name && named.kind === 'alias' ? { ...named, child: name } : named;
  });
}

/** A column between the phases. */
function buffer(aggregate: Expression, context: PlannerContext): Attribute {
  const name = aggregate.kind === 'call' ? aggregate.fn : 'buffer';
  return {
    kind: 'attribute',
    id: context.fresh(),
    name,
    type: typeOf(aggregate),
    nullable: true,
    qualifier: [],
  };
}

const IMPERATIVE = new Set([
  'collect_list',
  'collect_set',
  'array_agg',
  'percentile',
  'percentile_approx',
  'approx_percentile',
  'median',
  'mode',
  'approx_count_distinct',
  'count_min_sketch',
  'bloom_filter_agg',
  'histogram_numeric',
  'percentile_cont',
  'percentile_disc',
]);
const FIXED_BUFFER = new Set([
  'count',
  'avg',
  'mean',
  'stddev',
  'variance',
  'corr',
  'skewness',
  'kurtosis',
  'approx_count_distinct',
]);

/** A hash table needs buffers of fixed width; typed imperative functions have their own (HashAggregateExec.supportsAggregate). */
function operatorFor(aggregates: readonly Expression[]): AggregateExec['operator'] {
  if (aggregates.some((each) => each.kind === 'python-udf')) return 'AggregateInPandas';
  const calls = aggregates.filter((each): each is Call => each.kind === 'call');
  if (calls.some((each) => IMPERATIVE.has(each.fn) && each.fn !== 'approx_count_distinct'))
    return 'ObjectHashAggregate';
  const mutable = (type: DataType) =>
    !['string', 'binary', 'array', 'map', 'struct', 'variant', 'unknown'].includes(type.kind);
  return calls.every((each) => FIXED_BUFFER.has(each.fn) || mutable(typeOf(each)))
    ? 'HashAggregate'
    : 'SortAggregate';
}

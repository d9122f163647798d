import { count, flag, isAdaptive, leafParallelism, shufflePartitions } from '../conf.ts';
import type { Expression, NamedExpression } from '../expression/expression.ts';
import { conjunction, conjuncts } from '../expression/make.ts';
import { collect } from '../expression/traverse.ts';
import type { Filter, LogicalPlan, RepartitionByExpression, Window } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { expressionsOf } from '../logical/traverse.ts';
import { optimize } from '../optimize/optimizer.ts';
import { rankLimit } from '../optimize/rank-limit.ts';
import type { PlanSettings } from '../settings.ts';
import { runsAdaptively } from './adaptive.ts';
import { addExchanges } from './add-exchanges.ts';
import { projectPartitioning } from './alias-aware.ts';
import { listText } from './because.ts';
import { planJoin } from './join-selection.ts';
import { outputPartitioning } from './output-partitioning.ts';
import { type Partitioning, partitionsOf, SINGLE, UNKNOWN } from './partitioning.ts';
import type {
  LeafScan,
  PhysicalPlan,
  RowsExec,
  ShuffleExchange,
  ShuffleOrigin,
  Subquery,
} from './physical-plan.ts';
import { planAggregate } from './plan-aggregate.ts';
import { planLimit, planSpecialLimit } from './plan-limit.ts';
import { planPrunedScan, planScan } from './plan-scan.ts';
import { type PlannerContext, plannerContext } from './planner-context.ts';
import { evaluatePythonUdfs } from './python-udfs.ts';
import { ascending } from './required-distribution.ts';

/** Turns an optimized plan into physical operators, exchanges that requirements need still missing. Source: SparkPlanner. */
export function planPhysical(
  plan: LogicalPlan,
  settings: PlanSettings,
  running: ReadonlyMap<LogicalPlan, PhysicalPlan> = new Map(),
  materialized: ReadonlySet<number> = new Set(),
): PhysicalPlan {
  const context = plannerContext(settings, running, materialized, (node, inner) =>
    planNode(node, inner, false),
  );
  return planNode(plan, context, true);
}

/** Plans what runs by itself: a subquery, the content of a cache. */
function planApart(plan: LogicalPlan, { settings, materialized }: PlannerContext): PhysicalPlan {
  return addExchanges(planPhysical(plan, settings, new Map(), materialized), settings);
}

function planNode(plan: LogicalPlan, context: PlannerContext, isRoot: boolean): PhysicalPlan {
  const running = context.running.get(plan);
  // What runs belongs to the leaf that now stands for it.
  if (running) return { ...running, logical: plan };
  const physical = planSpecialLimit(plan, context, isRoot) ?? planOperator(plan, context);
  const subqueries = subqueriesOf(plan, context);
  return subqueries.length > 0 ? { ...physical, subqueries } : physical;
}

/** Uncorrelated subqueries in the node's expressions: planned and run by themselves. */
function subqueriesOf(plan: LogicalPlan, context: PlannerContext): readonly Subquery[] {
  return expressionsOf(plan).flatMap((expression) =>
    collect(
      expression,
      (part): part is Extract<Expression, { kind: 'scalar-subquery' }> => part.kind === 'scalar-subquery',
    ).map((part) => ({
      key: String(part.id),
      plan: planApart(part.plan, context),
    })),
  );
}

function planOperator(plan: LogicalPlan, context: PlannerContext): PhysicalPlan {
  const base = { at: plan.at, output: outputOf(plan), logical: plan };
  const { settings } = context;
  switch (plan.kind) {
    case 'Relation':
      return planScan(plan, plan.output, plan, context);
    case 'Range': {
      const partitions = plan.slices ?? leafParallelism(settings);
      const order = ascending(plan.output);
      const partitioning: Partitioning = partitions === 1 ? SINGLE : { kind: 'range', order, partitions };
      return leaf(base, 'Range', partitions, partitioning);
    }
    case 'LocalRelation': {
      const rows = plan.rows ?? leafParallelism(settings);
      return leaf(base, 'LocalTableScan', Math.min(rows, leafParallelism(settings)));
    }
    case 'RddRelation':
      return planRddScan(plan, context);
    case 'OneRowRelation':
      return leaf(base, 'Scan OneRowRelation', 1);
    case 'EmptyRelation':
      return leaf(base, 'LocalTableScan', 0);
    case 'InMemoryRelation': {
      const cached = planApart(plan.plan, context);
      return {
        kind: 'InMemoryTableScan',
        ...base,
        relation: plan,
        cached,
        adaptive: runsAdaptively(cached, settings) && !context.materialized.has(plan.cacheId),
      };
    }
    case 'Project': {
      const scan = planPrunedScan(plan, context);
      if (scan) return scan;
      const evaluated = evaluatePythonUdfs(plan.list, context.plan(plan.child), context);
      return {
        kind: 'Project',
        ...base,
        list: evaluated.expressions as readonly NamedExpression[],
        child: evaluated.child,
      };
    }
    case 'Filter':
      return planFilter(plan, context);
    case 'Join':
      return planJoinInputs(plan, context);
    case 'Aggregate':
      return planAggregateInputs(plan, context);
    case 'Window':
      return planWindow(plan, context.plan(plan.child));
    case 'Sort':
      return {
        kind: 'Sort',
        ...base,
        order: plan.order,
        global: plan.global,
        child: context.plan(plan.child),
      };
    case 'GlobalLimit':
    case 'LocalLimit':
    case 'Offset':
    case 'Tail':
      return planLimit(plan, context);
    case 'Union':
      return { kind: 'Union', ...base, children: plan.children.map((child) => context.plan(child)) };
    case 'Generate':
      return rows('Generate', base, context.plan(plan.child), { factor: 3 });
    case 'Expand':
      return rows('Expand', base, context.plan(plan.child), {
        factor: plan.projections.length,
        keepsPartitioning: false,
      });
    case 'Sample':
      return rows('Sample', base, context.plan(plan.child), { factor: plan.fraction ?? 1 });
    case 'Repartition':
      return planRepartition(plan, context);
    case 'RepartitionByExpression':
      return planRepartitionBy(plan, context);
    case 'PythonMap':
      return rows(plan.operator, base, context.plan(plan.child), {});
    case 'PythonGroupMap':
      return rows(plan.operator, base, context.plan(plan.child), { groupBy: plan.grouping });
    case 'PythonCogroupMap':
      return {
        kind: 'Cogroup',
        operator: 'FlatMapCoGroupsInPandas',
        ...base,
        leftKeys: plan.leftGrouping,
        rightKeys: plan.rightGrouping,
        left: context.plan(plan.left),
        right: context.plan(plan.right),
      };
    case 'Write':
      return { kind: 'Write', ...base, child: context.plan(plan.child) };
    case 'Opaque': {
      const children = plan.children.map((child) => context.plan(child));
      return {
        kind: 'LeafScan',
        operator: 'Unknown',
        ...base,
        partitions: leafParallelism(settings),
        partitioning: UNKNOWN,
        children,
      };
    }
    case 'SubqueryAlias':
    case 'JoinHint':
    case 'Distinct':
    case 'Deduplicate':
      return context.plan(plan.child);
    case 'Intersect':
    case 'Except':
      return context.plan(plan.left);
  }
}

/** Rows of an RDD; a checkpoint still lies as the plan did that it cut (LogicalRDD.fromDataset). */
function planRddScan(
  plan: Extract<LogicalPlan, { kind: 'RddRelation' }>,
  context: PlannerContext,
): PhysicalPlan {
  const { settings } = context;
  const base = { at: plan.at, output: plan.output, logical: plan };
  if (plan.checkpointOf === undefined)
    return leaf(base, 'Scan ExistingRDD', plan.partitions ?? leafParallelism(settings));
  const cut = planApart(optimize(plan.checkpointOf, settings).plan, context);
  if (runsAdaptively(cut, settings)) {
    // What it ran as in the end is read: small shuffles are joined into one partition, and how they lie is not known.
    return leaf(base, 'Scan ExistingRDD', plan.partitions ?? 1);
  }
  const given = outputPartitioning(cut, settings);
  const first = given.kind === 'collection' ? (given.members[0] ?? UNKNOWN) : given;
  const list = cut.output.map((attribute, i): NamedExpression => {
    const out = plan.output[i];
    return out === undefined || out.id === attribute.id
      ? attribute
      : { kind: 'alias', child: attribute, name: out.name, id: out.id };
  });
  const partitions = plan.partitions ?? (partitionsOf(first) || leafParallelism(settings));
  return leaf(base, 'Scan ExistingRDD', partitions, projectPartitioning(first, list));
}

type Base = Pick<PhysicalPlan, 'at' | 'output'> & { readonly logical: LogicalPlan };

function leaf(
  base: Base,
  operator: LeafScan['operator'],
  partitions: number,
  partitioning: Partitioning = UNKNOWN,
): LeafScan {
  return { kind: 'LeafScan', operator, ...base, partitions, partitioning, children: [] };
}

function rows(
  operator: RowsExec['operator'],
  base: Base,
  child: PhysicalPlan,
  parts: Partial<Pick<RowsExec, 'groupBy' | 'keepsPartitioning' | 'factor'>>,
): RowsExec {
  return {
    kind: 'Rows',
    operator,
    ...base,
    groupBy: parts.groupBy,
    keepsPartitioning: parts.keepsPartitioning ?? true,
    factor: parts.factor ?? 1,
    child,
  };
}

/** A filter on the rank of a window cuts each group before the shuffle too; Python functions run below the filter. */
function planFilter(plan: Filter, context: PlannerContext): PhysicalPlan {
  const base = { at: plan.at, output: outputOf(plan), logical: plan };
  const window = plan.child;
  const threshold = count(context.settings, 'spark.sql.optimizer.windowGroupLimitThreshold', 1000);
  const rank = window.kind === 'Window' && !context.running.has(window) ? rankLimit(plan, window) : undefined;
  if (window.kind === 'Window' && rank && rank.limit <= threshold) {
    const { partitionBy, orderBy } = window;
    const limited = {
      kind: 'WindowGroupLimit' as const,
      at: window.at,
      output: outputOf(window.child),
      partitionBy,
      orderBy,
      limit: rank.limit,
    };
    const partial: PhysicalPlan = { ...limited, phase: 'partial', child: context.plan(window.child) };
    const final: PhysicalPlan = { ...limited, phase: 'final', child: partial };
    return { kind: 'Filter', ...base, condition: plan.condition, child: planWindow(window, final) };
  }
  const evaluated = evaluatePythonUdfs(conjuncts(plan.condition), context.plan(plan.child), context);
  return { kind: 'Filter', ...base, condition: conjunction(evaluated.expressions)!, child: evaluated.child };
}

function planWindow(plan: Window, child: PhysicalPlan): PhysicalPlan {
  const pandas = plan.list.some(
    (named) =>
      named.kind === 'alias' && named.child.kind === 'window' && named.child.fn.kind === 'python-udf',
  );
  return {
    kind: 'Window',
    operator: pandas ? 'WindowInPandas' : 'Window',
    at: plan.at,
    output: outputOf(plan),
    logical: plan,
    list: plan.list,
    partitionBy: plan.partitionBy,
    orderBy: plan.orderBy,
    child,
  };
}

/** Python functions in a join's condition run on the side that they read. */
function planJoinInputs(plan: Extract<LogicalPlan, { kind: 'Join' }>, context: PlannerContext): PhysicalPlan {
  const join = planJoin(plan, context);
  if (join.kind !== 'Join') return join;
  const left = evaluatePythonUdfs(join.leftKeys, join.left, context);
  const right = evaluatePythonUdfs(join.rightKeys, join.right, context);
  if (left.child === join.left && right.child === join.right) return join;
  return {
    ...join,
    leftKeys: left.expressions,
    rightKeys: right.expressions,
    left: left.child,
    right: right.child,
  };
}

/** Python functions among an aggregate's arguments run below it (ExtractPythonUDFs). */
function planAggregateInputs(
  plan: Extract<LogicalPlan, { kind: 'Aggregate' }>,
  context: PlannerContext,
): PhysicalPlan {
  const child = context.plan(plan.child);
  const evaluated = evaluatePythonUdfs([...plan.grouping, ...plan.list], child, context);
  if (evaluated.child === child) return planAggregate(plan, { ...context, plan: () => child });
  const grouping = evaluated.expressions.slice(0, plan.grouping.length);
  const list = evaluated.expressions.slice(plan.grouping.length) as readonly NamedExpression[];
  return planAggregate({ ...plan, grouping, list }, { ...context, plan: () => evaluated.child });
}

function shuffle(
  plan: LogicalPlan,
  child: PhysicalPlan,
  partitioning: Partitioning,
  origin: ShuffleOrigin,
  because: string,
): ShuffleExchange {
  return {
    kind: 'ShuffleExchange',
    at: plan.at,
    output: outputOf(plan),
    logical: plan,
    partitioning,
    origin,
    because,
    child,
  };
}

function planRepartition(
  plan: Extract<LogicalPlan, { kind: 'Repartition' }>,
  context: PlannerContext,
): PhysicalPlan {
  const child = context.plan(plan.child);
  const partitions = plan.partitions ?? shufflePartitions(context.settings);
  if (!plan.shuffle)
    return { kind: 'Coalesce', at: plan.at, output: outputOf(plan), logical: plan, partitions, child };
  const partitioning: Partitioning = partitions === 1 ? SINGLE : { kind: 'round-robin', partitions };
  return shuffle(
    plan,
    child,
    partitioning,
    'REPARTITION_BY_NUM',
    `repartition(${partitions}) always deals the rows out anew`,
  );
}

/** RepartitionByExpression and RebalancePartitions; a rebalance is nothing without adaptive execution. */
function planRepartitionBy(plan: RepartitionByExpression, context: PlannerContext): PhysicalPlan {
  const { settings } = context;
  const child = context.plan(plan.child);
  const partitions = plan.partitions ?? shufflePartitions(settings);
  const keys = plan.keys.map((key) => (key.kind === 'sort-order' ? key.child : key));
  if (plan.by === 'rebalance') {
    if (
      !isAdaptive(settings) ||
      !flag(settings, 'spark.sql.adaptive.optimizeSkewsInRebalancePartitions.enabled', true)
    )
      return child;
    return keys.length > 0
      ? shuffle(
          plan,
          child,
          { kind: 'hash', keys, partitions },
          'REBALANCE_PARTITIONS_BY_COL',
          `REBALANCE by ${listText(keys)}`,
        )
      : shuffle(
          plan,
          child,
          { kind: 'round-robin', partitions },
          'REBALANCE_PARTITIONS_BY_NONE',
          'REBALANCE deals the rows out evenly',
        );
  }
  const origin = plan.partitions === undefined ? 'REPARTITION_BY_COL' : 'REPARTITION_BY_NUM';
  if (keys.length === 0) {
    return shuffle(
      plan,
      child,
      { kind: 'round-robin', partitions },
      origin,
      'the program asks for a repartition',
    );
  }
  const because = `the program asks for a repartition by ${listText(keys)}`;
  if (partitions === 1) return shuffle(plan, child, SINGLE, origin, because);
  if (plan.by === 'hash') return shuffle(plan, child, { kind: 'hash', keys, partitions }, origin, because);
  const order = plan.keys.map((key) => (key.kind === 'sort-order' ? key : ascending([key])[0]!));
  return shuffle(plan, child, { kind: 'range', order, partitions }, origin, because);
}

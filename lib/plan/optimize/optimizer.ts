import type { Expression } from '../expression/expression.ts';
import { operandsOf } from '../expression/traverse.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { expressionsOf, transformPlanUp, walkPlan } from '../logical/traverse.ts';
import type { PlanSettings } from '../settings.ts';
import { booleanSimplification } from './boolean-simplification.ts';
import { collapseProject } from './collapse-project.ts';
import { collapseRepartition } from './collapse-repartition.ts';
import { columnPruning } from './column-pruning.ts';
import { combineUnions } from './combine-unions.ts';
import { constantFolding } from './constant-folding.ts';
import { convertToLocalRelation } from './convert-to-local-relation.ts';
import { eliminateDistinct } from './eliminate-distinct.ts';
import { eliminateLimits } from './eliminate-limits.ts';
import { eliminateOuterJoin } from './eliminate-outer-join.ts';
import { eliminateResolvedHint } from './eliminate-resolved-hint.ts';
import { eliminateSorts } from './eliminate-sorts.ts';
import { eliminateSubqueryAliases } from './eliminate-subquery-aliases.ts';
import { foldablePropagation } from './foldable-propagation.ts';
import { inferFiltersFromConstraints } from './infer-filters-from-constraints.ts';
import { inferWindowGroupLimit } from './infer-window-group-limit.ts';
import { limitPushDown } from './limit-push-down.ts';
import { mergeSumOfCounts } from './merge-sum-of-counts.ts';
import { optimizeOneRowPlan } from './optimize-one-row-plan.ts';
import { optimizeRepartition } from './optimize-repartition.ts';
import { optimizeSubqueries, rewriteNonCorrelatedExists } from './optimize-subqueries.ts';
import { propagateEmptyRelation } from './propagate-empty-relation.ts';
import { pruneFilters } from './prune-filters.ts';
import { pullOutGroupingExpressions } from './pull-out-grouping-expressions.ts';
import { pushDownLeftSemiAntiJoin } from './push-down-left-semi-anti-join.ts';
import { pushDownPredicates } from './push-down-predicates.ts';
import { pushLeftSemiAntiThroughJoin } from './push-left-semi-anti-through-join.ts';
import { pushProjectionThroughLimit } from './push-projection-through-limit.ts';
import { pushProjectionThroughUnion } from './push-projection-through-union.ts';
import { removeFromGroupExpressions } from './remove-from-group-expressions.ts';
import { removeNoopOperators } from './remove-noop-operators.ts';
import { removeRedundantAggregates } from './remove-redundant-aggregates.ts';
import { reorderJoin } from './reorder-join.ts';
import { replaceDeduplicateWithAggregate } from './replace-deduplicate-with-aggregate.ts';
import { replaceDistinctWithAggregate } from './replace-distinct-with-aggregate.ts';
import { replaceExceptWithFilter } from './replace-except-with-filter.ts';
import { replaceSetOperations } from './replace-set-operations.ts';
import { rewriteCorrelatedScalarSubquery } from './rewrite-correlated-scalar-subquery.ts';
import { rewriteDistinctAggregates } from './rewrite-distinct-aggregates.ts';
import { rewritePredicateSubquery } from './rewrite-predicate-subquery.ts';
import { rewriteSetOperationsAll } from './rewrite-set-operations-all.ts';
import type { OptimizerContext, Rule, RuleNote } from './rule.ts';
import { collapseWindow, transposeWindow } from './windows.ts';

/** How often a batch may run: until nothing changes, but at most spark.sql.optimizer.maxIterations times. */
const MAX_ITERATIONS = 100;

interface Batch {
  readonly once: boolean;
  readonly rules: readonly Rule[];
}

const OPERATORS: readonly Rule[] = [
  pushProjectionThroughUnion,
  pushProjectionThroughLimit,
  reorderJoin,
  eliminateOuterJoin,
  pushDownPredicates,
  pushDownLeftSemiAntiJoin,
  pushLeftSemiAntiThroughJoin,
  limitPushDown,
  columnPruning,
  collapseRepartition,
  collapseProject,
  collapseWindow,
  eliminateLimits,
  combineUnions,
  optimizeRepartition,
  transposeWindow,
  foldablePropagation,
  constantFolding,
  booleanSimplification,
  pruneFilters,
  rewriteCorrelatedScalarSubquery,
  removeRedundantAggregates,
  mergeSumOfCounts,
  removeNoopOperators,
];

/** The batches of Spark's Optimizer and SparkOptimizer, as far as they change exchanges, joins, sizes or stages. */
const BATCHES: readonly Batch[] = [
  { once: true, rules: [eliminateDistinct] },
  {
    once: true,
    rules: [
      eliminateResolvedHint,
      eliminateSubqueryAliases,
      rewriteNonCorrelatedExists,
      pullOutGroupingExpressions,
    ],
  },
  { once: false, rules: [removeNoopOperators, combineUnions] },
  { once: true, rules: [optimizeSubqueries] },
  { once: false, rules: [convertToLocalRelation, propagateEmptyRelation] },
  {
    once: false,
    rules: [
      rewriteSetOperationsAll,
      replaceExceptWithFilter,
      replaceSetOperations,
      replaceDistinctWithAggregate,
      replaceDeduplicateWithAggregate,
    ],
  },
  { once: false, rules: [removeFromGroupExpressions] },
  { once: false, rules: OPERATORS },
  { once: true, rules: [inferFiltersFromConstraints] },
  { once: false, rules: OPERATORS },
  { once: true, rules: [eliminateSorts] },
  { once: true, rules: [rewriteDistinctAggregates] },
  { once: false, rules: [convertToLocalRelation, propagateEmptyRelation] },
  { once: false, rules: [optimizeOneRowPlan] },
  {
    once: true,
    rules: [
      rewritePredicateSubquery,
      pushDownPredicates,
      limitPushDown,
      columnPruning,
      collapseProject,
      removeNoopOperators,
    ],
  },
  { once: true, rules: [columnPruning, limitPushDown, removeNoopOperators] },
  { once: true, rules: [inferWindowGroupLimit, limitPushDown, eliminateLimits] },
];

export interface Optimized {
  readonly plan: LogicalPlan;
  readonly notes: readonly RuleNote[];
}

/** Spark's optimizer: the plan that is planned, and what was changed on the way. */
export function optimize(plan: LogicalPlan, settings: PlanSettings): Optimized {
  const notes = new Map<string, RuleNote>();
  const done = new WeakMap<LogicalPlan, LogicalPlan>();
  const settled = new Map<Rule, Set<LogicalPlan>>();
  let last = largestId(plan);
  const context: OptimizerContext = {
    settings,
    fresh: () => ++last,
    optimizeSubquery(subquery) {
      const known = done.get(subquery);
      if (known) return known;
      const optimized = run(subquery, context);
      done.set(subquery, optimized);
      done.set(optimized, optimized);
      return optimized;
    },
    note: (rule, at, what) => void notes.set(`${rule} ${at} ${what}`, { rule, at, what }),
    settled(rule) {
      const plans = settled.get(rule) ?? new Set();
      settled.set(rule, plans);
      return plans;
    },
  };
  const optimized = run(withOptimizedCaches(plan, settings), context);
  return { plan: optimized, notes: [...notes.values()] };
}

const CACHED = new WeakMap<LogicalPlan, LogicalPlan>();

/** A cached plan was optimized by itself when it was cached. */
function withOptimizedCaches(plan: LogicalPlan, settings: PlanSettings): LogicalPlan {
  return transformPlanUp(plan, (node) => {
    if (node.kind !== 'InMemoryRelation') return node;
    const known = CACHED.get(node) ?? { ...node, plan: optimize(node.plan, settings).plan };
    CACHED.set(node, known);
    return known;
  });
}

function run(plan: LogicalPlan, context: OptimizerContext): LogicalPlan {
  return BATCHES.reduce((current, batch) => runBatch(current, batch, context), plan);
}

function runBatch(plan: LogicalPlan, batch: Batch, context: OptimizerContext): LogicalPlan {
  let current = plan;
  for (let i = 0; i < (batch.once ? 1 : MAX_ITERATIONS); i++) {
    const before = current;
    for (const rule of batch.rules) current = applied(rule, current, context);
    if (current === before) break;
  }
  return current;
}

function applied(rule: Rule, plan: LogicalPlan, context: OptimizerContext): LogicalPlan {
  const settled = context.settled(rule);
  if (settled.has(plan)) return plan;
  const changed = rule.apply(plan, context);
  if (changed === plan) settled.add(plan);
  return changed;
}

function largestId(plan: LogicalPlan): number {
  let largest = 0;
  const visit = (expression: Expression): void => {
    if ('id' in expression) largest = Math.max(largest, expression.id);
    if (expression.kind === 'lambda')
      for (const param of expression.params) largest = Math.max(largest, param.id);
    if ('plan' in expression) largest = Math.max(largest, largestId(expression.plan));
    for (const operand of operandsOf(expression)) visit(operand);
  };
  walkPlan(plan, (node) => {
    for (const attribute of outputOf(node)) largest = Math.max(largest, attribute.id);
    if (node.kind === 'InMemoryRelation') largest = Math.max(largest, largestId(node.plan));
    if (node.kind === 'Union') for (const attribute of node.output) largest = Math.max(largest, attribute.id);
    for (const expression of expressionsOf(node)) visit(expression);
  });
  return largest;
}

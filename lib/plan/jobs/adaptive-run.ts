import { flag } from '../conf.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { sizeOfPhysical } from '../physical/add-exchanges.ts';
import { canonicalPlan } from '../physical/canonical-plan.ts';
import type { Distribution } from '../physical/distribution.ts';
import { ensureRequirements } from '../physical/ensure-requirements.ts';
import { partitionsOf } from '../physical/partitioning.ts';
import type {
  BroadcastExchange,
  InMemoryTableScan,
  PhysicalPlan,
  QueryStage,
  ShuffleExchange,
} from '../physical/physical-plan.ts';
import { PlanMap } from '../physical/plan-map.ts';
import { planPhysical } from '../physical/planner.ts';
import { childrenOf, operatorsOf, withChildren } from '../physical/traverse.ts';
import { coalescedPartitions } from './coalesced-partitions.ts';
import { finishedStages } from './finished-stages.ts';
import { partitionCount } from './partition-count.ts';
import { internalStages } from './plan-stages.ts';
import { fetches, type Job } from './run.ts';
import { StageLeaves } from './stage-leaves.ts';
import { type RunContext, SCALAR, shortcut, type Use } from './static-run.ts';
import { takeRounds } from './take.ts';
import { unsafeRowBytes } from './unsafe-row-bytes.ts';

/**
 * The jobs of a plan that runs adaptively: a job for every shuffle, broadcast and cache that it meets, and one for the
 * result; whenever a stage is done the rest is planned anew with the sizes that it has shown. Source: AdaptiveSparkPlanExec.
 */
export function runAdaptive(
  initial: PhysicalPlan,
  logical: LogicalPlan,
  use: Use,
  context: RunContext,
): { readonly jobs: readonly Job[]; readonly final: PhysicalPlan } {
  const run = new AdaptiveRun(context, new PlanMap());
  const final = run.execute(initial, logical, use);
  return { jobs: run.jobs, final };
}

/** The jobs of a plan whose stages have all run before. */
export function runFinal(final: PhysicalPlan, use: Use, context: RunContext): readonly Job[] {
  const run = new AdaptiveRun(context, new PlanMap());
  run.result(final, use);
  return run.jobs;
}

/** How long stages run, against each other: what is broadcast is small. */
const BROADCAST_TIME = 1;
const SHUFFLE_TIME = 3;

interface Created {
  readonly plan: PhysicalPlan;
  /** Whether all stages in it have run. */
  readonly done: boolean;
}

class AdaptiveRun {
  readonly jobs: Job[] = [];
  readonly #context: RunContext;
  /** Stages by what they compute, for those that compute the same (AdaptiveExecutionContext.stageCache). */
  readonly #stages: PlanMap<QueryStage>;
  readonly #subqueries = new Set<string>();
  readonly #done = new Set<number>();
  readonly #finishing = new Map<number, number>();
  #now = 0;

  constructor(context: RunContext, stages: PlanMap<QueryStage>) {
    this.#context = context;
    this.#stages = stages;
  }

  execute(initial: PhysicalPlan, logical: LogicalPlan, use: Use): PhysicalPlan {
    this.#runSubqueries(initial);
    const leaves = new StageLeaves((stage) => this.#done.has(stage.id));
    const root = rootRequirement(initial);
    let unplaced: QueryStage[] = [];
    let physical = this.#createStages(initial, unplaced).plan;
    let current = logical;
    while (this.#finishNext()) {
      const before = physical;
      const placed = unplaced.reduce((plan, stage) => leaves.place(plan, stage, before), current);
      const replaced = leaves.refresh(placed);
      const next = this.#replan(replaced, leaves.running, root);
      if (cost(next) <= cost(physical)) {
        physical = next;
        current = replaced;
        unplaced = [];
      }
      physical = this.#createStages(physical, unplaced).plan;
    }
    this.result(physical, use);
    return physical;
  }

  /** Moves the clock to the next stages that finish; false when none runs. */
  #finishNext(): boolean {
    if (this.#finishing.size === 0) return false;
    this.#now = Math.min(...this.#finishing.values());
    for (const [id, time] of [...this.#finishing]) {
      if (time > this.#now) continue;
      this.#finishing.delete(id);
      this.#done.add(id);
    }
    return true;
  }

  #replan(
    logical: LogicalPlan,
    running: ReadonlyMap<LogicalPlan, PhysicalPlan>,
    root: Distribution | undefined,
  ): PhysicalPlan {
    const { settings, history } = this.#context;
    const planned = planPhysical(logical, settings, running, history.cached);
    return ensureRequirements(planned, settings, sizeOfPhysical, root);
  }

  #runSubqueries(plan: PhysicalPlan): void {
    for (const subquery of [...operatorsOf(plan)].flatMap((operator) => operator.subqueries ?? [])) {
      const key = canonicalPlan(subquery.plan);
      const { logical } = subquery.plan;
      if (this.#subqueries.has(key) || logical === undefined) continue;
      this.#subqueries.add(key);
      const run = new AdaptiveRun(this.#context, this.#stages);
      run.execute(subquery.plan, logical, SCALAR);
      this.jobs.push(...run.jobs);
    }
  }

  /** Bottom up: an exchange becomes a stage when all stages below it have run. */
  #createStages(plan: PhysicalPlan, made: QueryStage[]): Created {
    if (plan.kind === 'QueryStage') return { plan, done: this.#done.has(plan.id) };
    if (plan.kind === 'InMemoryTableScan') return this.#cacheStage(plan, made);
    const isExchange = plan.kind === 'ShuffleExchange' || plan.kind === 'BroadcastExchange';
    const known = isExchange ? this.#reusable(plan) : undefined;
    if (known) return this.#started({ ...known, ...placeOf(plan) }, 0, made);
    const results = childrenOf(plan).map((child) => this.#createStages(child, made));
    const over = withChildren(
      plan,
      results.map((result) => result.plan),
    );
    const done = results.every((result) => result.done);
    if (!done || (over.kind !== 'ShuffleExchange' && over.kind !== 'BroadcastExchange'))
      return { plan: over, done };
    const stage = this.#run(over);
    this.#stages.set(plan, stage);
    return this.#started(stage, over.kind === 'BroadcastExchange' ? BROADCAST_TIME : SHUFFLE_TIME, made);
  }

  #reusable(plan: PhysicalPlan): QueryStage | undefined {
    if (!flag(this.#context.settings, 'spark.sql.exchange.reuse', true)) return undefined;
    return this.#stages.get(plan);
  }

  #started(stage: QueryStage, time: number, made: QueryStage[]): Created {
    made.push(stage);
    const isKnown = this.#done.has(stage.id) || this.#finishing.has(stage.id);
    if (!isKnown) this.#finishing.set(stage.id, this.#now + time);
    return { plan: stage, done: this.#done.has(stage.id) };
  }

  /** A cache is filled by a job of its own, its plan running adaptively by itself (TableCacheQueryStageExec). */
  #cacheStage(plan: InMemoryTableScan, made: QueryStage[]): Created {
    const { history, settings } = this.#context;
    const partitions = partitionCount(plan, settings);
    if (!history.cached.has(plan.relation.cacheId)) {
      if (plan.adaptive) {
        const run = new AdaptiveRun(this.#context, this.#stages);
        const filled = run.execute(plan.cached, plan.relation.plan, { kind: 'execute' });
        this.jobs.push(...run.jobs.slice(0, -1));
        history.cachedFrom.set(plan.relation.cacheId, filled);
      }
      const from = history.cachedFrom.get(plan.relation.cacheId);
      this.#job('fill the cache', [partitions], from ? this.#finished(from) : []);
      history.cached.add(plan.relation.cacheId);
    }
    const stage = stageOf({ ...plan, adaptive: false }, plan, partitions, this.#rows(plan));
    return this.#started(stage, SHUFFLE_TIME, made);
  }

  #run(exchange: ShuffleExchange | BroadcastExchange): QueryStage {
    const { settings } = this.#context;
    const tasks = partitionCount(exchange.child, settings);
    const rows = this.#rows(exchange.child);
    const inner = internalStages(exchange.child, settings);
    const before = this.#finished(exchange.child);
    if (exchange.kind === 'BroadcastExchange') {
      this.#job('broadcast', tasks === 0 ? [] : [...inner, tasks], before);
      return stageOf(exchange, exchange, 1, rows);
    }
    const { partitioning } = exchange;
    const isRange = partitioning.kind === 'range' && partitioning.partitions > 1;
    if (isRange) this.#job('sample for a range shuffle', [...inner, tasks], before);
    // Without partitions there is nothing to shuffle, and no job.
    if (tasks > 0)
      this.#job('shuffle', isRange ? [tasks] : [...inner, tasks], isRange ? [...inner, ...before] : before);
    const partitions = partitionsOf(partitioning);
    const bytes = rows * unsafeRowBytes(exchange.output);
    const coalesces = exchange.origin !== 'REPARTITION_BY_NUM' && partitions > 1;
    return stageOf(
      exchange,
      exchange,
      coalesces ? coalescedPartitions(partitions, bytes, settings) : partitions,
      rows,
    );
  }

  /** The shuffles within limits run with the first job over the plan. */
  #firstTime(plan: PhysicalPlan): boolean {
    const { shuffled } = this.#context.history;
    const size = shuffled.size;
    return shuffled.add(plan).size > size;
  }

  #rows(plan: PhysicalPlan): number {
    for (const operator of operatorsOf(plan)) {
      if (operator.kind === 'QueryStage') return operator.rows;
      if (operator.logical) return this.#context.rows(operator.logical);
    }
    return 0;
  }

  result(plan: PhysicalPlan, use: Use): void {
    const { settings } = this.#context;
    const target = shortcut(plan, use);
    if (use.kind === 'collect' && isLocal(target.plan)) return;
    const partitions = partitionCount(target.plan, settings);
    const inner = this.#firstTime(target.plan) ? internalStages(target.plan, settings) : [];
    const before = this.#finished(target.plan);
    const later = [...inner, ...before];
    if (target.use.kind === 'take') {
      const perPartition = this.#rows(target.plan) / Math.max(1, partitions);
      const rounds = takeRounds(target.use.rows, partitions, perPartition, settings);
      for (const [i, tasks] of rounds.entries()) {
        if (i === 0) this.#job('take', [...inner, tasks], before);
        else this.#job('take', [tasks], later);
      }
    } else if (target.use.kind === 'iterate') {
      for (let i = fetches(partitions); i > 0; i--) this.#job('one partition', [1], later);
    } else {
      this.#job('result', partitions === 0 ? [] : [...inner, partitions], before);
    }
  }

  #job(what: string, tasks: readonly number[], skipped: readonly number[]): void {
    this.jobs.push({ what, tasks, skipped });
  }

  /** Stages that a job over the plan looks up and skips. */
  #finished(plan: PhysicalPlan): readonly number[] {
    const { settings, history } = this.#context;
    return finishedStages(plan, settings, history.cachedFrom);
  }
}

/** Rows that the plan itself holds are there without a job. */
function isLocal(plan: PhysicalPlan): boolean {
  return plan.kind === 'LeafScan' && plan.operator === 'LocalTableScan';
}

let lastStage = 0;

function stageOf(
  plan: ShuffleExchange | BroadcastExchange | InMemoryTableScan,
  at: PhysicalPlan,
  readPartitions: number,
  rows: number,
): QueryStage {
  const bytes = rows * unsafeRowBytes(at.output);
  return { kind: 'QueryStage', id: ++lastStage, ...placeOf(at), plan, readPartitions, rows, bytes };
}

/** Where a stage stands, and what it runs (AdaptiveSparkPlanExec.setLogicalLinkForNewQueryStage). */
function placeOf(plan: PhysicalPlan): Pick<QueryStage, 'at' | 'output' | 'logical'> {
  for (const { logical } of operatorsOf(plan))
    if (logical) return { at: plan.at, output: plan.output, logical };
  return { at: plan.at, output: plan.output };
}

/** SimpleCostEvaluator: shuffles that have not run. */
function cost(plan: PhysicalPlan): number {
  let shuffles = 0;
  for (const operator of operatorsOf(plan)) if (operator.kind === 'ShuffleExchange') shuffles += 1;
  return shuffles;
}

/** A repartition that the program ends with is kept as the layout of the result (AQEUtils.getRequiredDistribution). */
function rootRequirement(plan: PhysicalPlan): Distribution | undefined {
  switch (plan.kind) {
    case 'ShuffleExchange': {
      const { partitioning, origin } = plan;
      if (partitioning.kind !== 'hash') return undefined;
      if (origin === 'REPARTITION_BY_NUM') {
        return { kind: 'clustered', keys: partitioning.keys, all: true, partitions: partitioning.partitions };
      }
      return origin === 'REPARTITION_BY_COL'
        ? { kind: 'clustered', keys: partitioning.keys, all: true }
        : undefined;
    }
    case 'Filter':
      return rootRequirement(plan.child);
    case 'Sort':
      return plan.global ? undefined : rootRequirement(plan.child);
    default:
      return undefined;
  }
}

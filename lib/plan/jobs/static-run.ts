import type { LogicalPlan } from '../logical/logical-plan.ts';
import { canonicalPlan } from '../physical/canonical-plan.ts';
import type { PhysicalPlan, ShuffleExchange } from '../physical/physical-plan.ts';
import { operatorsOf } from '../physical/traverse.ts';
import type { Catalog, PlanSettings } from '../settings.ts';
import { partitionCount } from './partition-count.ts';
import { below, internalInput } from './plan-stages.ts';
import { sampleBounds } from './range-bounds.ts';
import { fetches, type Job, type RunHistory } from './run.ts';
import { takeRounds } from './take.ts';

/** How an action uses the root of its plan. */
export type Use =
  /** The rows go to the driver; a root that knows a shortcut takes it. */
  | { readonly kind: 'collect' }
  /** The plan runs as an RDD: writes, foreach, Arrow. */
  | { readonly kind: 'execute' }
  /** The first rows of a plan without a limit of its own. */
  | { readonly kind: 'take'; readonly rows: number }
  /** One job for each partition. */
  | { readonly kind: 'iterate' };

/** A scalar subquery takes two rows, to see that there is no second one (SubqueryExec.createForScalarSubquery). */
export const SCALAR: Use = { kind: 'take', rows: 2 };

export interface RunContext {
  readonly settings: PlanSettings;
  readonly history: RunHistory;
  readonly catalog: Catalog;
  rows(plan: LogicalPlan): number;
}

/**
 * The jobs of a plan without adaptive execution: broadcasts, subqueries and the samples of range shuffles first, then one job
 * for the rest, with a stage for every shuffle that has not run yet.
 */
export function runStatic(plan: PhysicalPlan, use: Use, context: RunContext): readonly Job[] {
  const run = new StaticRun(context);
  run.execute(plan, use);
  return run.jobs;
}

/** Stages of a job, as tasks of each. */
interface Stages {
  readonly seen: Set<object>;
  readonly submitted: number[];
  readonly skipped: number[];
}

class StaticRun {
  readonly jobs: Job[] = [];
  readonly #context: RunContext;
  readonly #subqueries = new Set<string>();
  readonly #sampled = new Set<ShuffleExchange>();

  constructor(context: RunContext) {
    this.#context = context;
  }

  execute(plan: PhysicalPlan, use: Use): void {
    if (use.kind === 'collect' && plan.kind === 'LeafScan' && plan.operator === 'LocalTableScan') return;
    const target = shortcut(plan, use);
    this.#prepare(target.plan);
    const { settings } = this.#context;
    const partitions = partitionCount(target.plan, settings);
    switch (target.use.kind) {
      case 'take': {
        if (target.plan.kind === 'LeafScan' && target.plan.operator === 'LocalTableScan') return;
        const rows = target.plan.logical ? this.#context.rows(target.plan.logical) : Number.POSITIVE_INFINITY;
        const rounds = takeRounds(target.use.rows, partitions, rows / Math.max(1, partitions), settings);
        for (const tasks of rounds) this.#job('take', target.plan, tasks);
        break;
      }
      case 'iterate':
        for (let i = fetches(partitions); i > 0; i--) this.#job('one partition', target.plan, 1);
        break;
      default:
        this.#job('result', target.plan, partitions);
    }
    this.#cached(target.plan, target.use.kind === 'take');
  }

  /** Broadcasts and subqueries of everything that will run, deepest first; samples for range shuffles. */
  #prepare(plan: PhysicalPlan): void {
    const found = below(plan);
    const { shuffled } = this.#context.history;
    for (const subquery of found.subqueries) {
      const key = canonicalPlan(subquery.plan);
      if (this.#subqueries.has(key) || shuffled.has(subquery.plan)) continue;
      shuffled.add(subquery.plan);
      this.#subqueries.add(key);
      this.execute(subquery.plan, SCALAR);
    }
    for (const broadcast of found.broadcasts) {
      if (shuffled.has(broadcast)) continue;
      shuffled.add(broadcast);
      this.#prepare(broadcast.child);
      this.#job('broadcast', broadcast.child, partitionCount(broadcast.child, this.#context.settings));
      this.#cached(broadcast.child, false);
    }
    for (const cache of found.caches) {
      if (!this.#context.history.cached.has(cache.relation.cacheId)) this.#prepare(cache.cached);
    }
    for (const shuffle of found.shuffles) {
      if (this.#context.history.shuffled.has(shuffle)) continue;
      this.#prepare(shuffle.child);
      this.#sample(shuffle);
    }
  }

  /** A range shuffle reads its input once beforehand, to find the bounds. */
  #sample(shuffle: ShuffleExchange): void {
    if (shuffle.partitioning.kind !== 'range' || shuffle.partitioning.partitions <= 1) return;
    if (this.#sampled.has(shuffle)) return;
    this.#sampled.add(shuffle);
    const tasks = partitionCount(shuffle.child, this.#context.settings);
    this.#job('sample for a range shuffle', shuffle.child, tasks);
    const { logical } = [...operatorsOf(shuffle.child)].find((operator) => operator.logical) ?? {};
    if (logical) sampleBounds(shuffle, logical, this.#context.rows(logical));
    this.#cached(shuffle.child, false);
  }

  /** A job whose last stage has so many tasks; without any, nothing is submitted. */
  #job(what: string, plan: PhysicalPlan, tasks: number): void {
    const stages: Stages = { seen: new Set(), submitted: [], skipped: [] };
    this.#stages(plan, false, stages);
    const { submitted, skipped } = stages;
    this.jobs.push({ what, tasks: tasks === 0 ? [] : [...submitted, tasks], skipped });
  }

  /** The shuffle stages below a plan, each once: those that have not run are submitted, and count as run from then on. */
  #stages(plan: PhysicalPlan, isThere: boolean, stages: Stages): void {
    const { settings, history } = this.#context;
    const found = below(plan);
    const add = (stage: object, input: PhysicalPlan, needed: boolean) => {
      if (stages.seen.has(stage)) return;
      stages.seen.add(stage);
      const ran = isThere || history.shuffled.has(stage);
      history.shuffled.add(stage);
      if (needed) this.#stages(input, ran, stages);
      // A stage without tasks is not submitted.
      const tasks = partitionCount(input, settings);
      if (tasks > 0) stages[ran ? 'skipped' : 'submitted'].push(tasks);
    };
    for (const cache of found.caches) {
      const isCached = history.cached.has(cache.relation.cacheId);
      this.#stages(cache.cached, isThere || isCached, stages);
    }
    for (const shuffle of found.shuffles) add(shuffle, shuffle.child, true);
    for (const operator of found.internal) {
      const input = internalInput(operator);
      if (partitionCount(input.plan, settings) > 1 || input.always) add(operator, input.plan, false);
    }
  }

  /** A cache is complete once a job has read all its partitions. */
  #cached(plan: PhysicalPlan, partly: boolean): void {
    if (partly) return;
    const found = below(plan);
    for (const cache of found.caches) this.#context.history.cached.add(cache.relation.cacheId);
    for (const shuffle of found.shuffles) this.#cached(shuffle.child, false);
  }
}

/** A collected limit takes, and a collected top-n merges what the partitions send, without a shuffle. */
export function shortcut(plan: PhysicalPlan, use: Use): { readonly plan: PhysicalPlan; readonly use: Use } {
  if (use.kind !== 'collect') return { plan, use };
  if (plan.kind === 'TakeOrderedAndProject') return { plan: plan.child, use: { kind: 'execute' } };
  if (plan.kind === 'Limit' && plan.operator === 'CollectLimit') {
    return plan.limit === undefined
      ? { plan: plan.child, use: { kind: 'execute' } }
      : { plan: plan.child, use: { kind: 'take', rows: plan.limit } };
  }
  if (plan.kind === 'Limit' && plan.operator === 'CollectTail') {
    return { plan: plan.child, use: { kind: 'take', rows: plan.limit ?? 1 } };
  }
  return { plan, use };
}

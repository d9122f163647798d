import type { LogicalPlan } from '../logical/logical-plan.ts';
import { canonicalPlan } from '../physical/canonical-plan.ts';
import type { PhysicalPlan, ShuffleExchange } from '../physical/physical-plan.ts';
import type { Catalog, PlanSettings } from '../settings.ts';
import { partitionCount } from './partition-count.ts';
import { below, internalInput } from './plan-stages.ts';
import type { Job, RunHistory } from './run.ts';
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
    const stages = this.#missingStages(target.plan);
    const partitions = partitionCount(target.plan, settings);
    switch (target.use.kind) {
      case 'take': {
        if (target.plan.kind === 'LeafScan' && target.plan.operator === 'LocalTableScan') return;
        const rows = target.plan.logical ? this.#context.rows(target.plan.logical) : Number.POSITIVE_INFINITY;
        const rounds = takeRounds(target.use.rows, partitions, rows / Math.max(1, partitions), settings);
        for (const [i, tasks] of rounds.entries()) {
          this.jobs.push({ what: 'take', tasks: [...(i === 0 ? stages : []), tasks] });
        }
        break;
      }
      case 'iterate':
        for (let i = 0; i < partitions; i++) {
          this.jobs.push({ what: 'one partition', tasks: [...(i === 0 ? stages : []), 1] });
        }
        break;
      default:
        this.jobs.push({ what: 'result', tasks: partitions === 0 ? [] : [...stages, partitions] });
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
      const tasks = partitionCount(broadcast.child, this.#context.settings);
      const stages = this.#missingStages(broadcast.child);
      this.jobs.push({ what: 'broadcast', tasks: tasks === 0 ? [] : [...stages, tasks] });
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
    const stages = this.#missingStages(shuffle.child);
    this.jobs.push({ what: 'sample for a range shuffle', tasks: [...stages, tasks] });
    this.#cached(shuffle.child, false);
  }

  /** Tasks of the shuffle stages that a job over the plan has to submit; they count as run from then on. */
  #missingStages(plan: PhysicalPlan): readonly number[] {
    const { settings, history } = this.#context;
    const found = below(plan);
    const tasks: number[] = [];
    for (const cache of found.caches) {
      if (!history.cached.has(cache.relation.cacheId)) tasks.push(...this.#missingStages(cache.cached));
    }
    for (const shuffle of found.shuffles) {
      if (history.shuffled.has(shuffle)) continue;
      history.shuffled.add(shuffle);
      tasks.push(...this.#missingStages(shuffle.child));
      // A stage without tasks is not submitted.
      const count = partitionCount(shuffle.child, settings);
      if (count > 0) tasks.push(count);
    }
    for (const operator of found.internal) {
      const input = internalInput(operator);
      const partitions = partitionCount(input.plan, settings);
      if ((partitions > 1 || input.always) && !history.shuffled.has(operator)) {
        history.shuffled.add(operator);
        tasks.push(partitions);
      }
    }
    return tasks;
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

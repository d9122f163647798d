import type { Analyzer } from '#lib/plan/analyze/analyzer.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import { childrenOf, mapChildren } from '#lib/plan/logical/traverse.ts';

interface Entry {
  readonly id: number;
  readonly plan: LogicalPlan;
  readonly key: string;
  readonly shape: string;
  readonly at: number;
}

/**
 * Spark's CacheManager: a plan that was cached stands for every equal part of later plans, whichever DataFrame object
 * they came from. It looks when a query runs, not when it is built.
 */
export class CachedPlans {
  private readonly analyzer: Analyzer;
  private entries: Entry[] = [];
  private lastId = 0;

  constructor(analyzer: Analyzer) {
    this.analyzer = analyzer;
  }

  add(plan: LogicalPlan, at: number): void {
    const key = planKey(plan);
    if (this.entries.some((entry) => entry.key === key)) return;
    // What is cached already is read by what is cached over it.
    this.entries.push({ id: ++this.lastId, plan: this.use(plan), key, shape: shapeOf(plan), at });
  }

  remove(plan: LogicalPlan): void {
    const key = planKey(plan);
    // Plans over a removed one are recomputed from their own plan, without it.
    this.entries = this.entries.filter((entry) => entry.key !== key);
  }

  clear(): void {
    this.entries = [];
  }

  /** The plan with every cached part read from memory: the largest parts first, as CacheManager.useCachedData does. */
  use(plan: LogicalPlan): LogicalPlan {
    if (this.entries.length === 0) return plan;
    const replace = (part: LogicalPlan): LogicalPlan => {
      const entry = this.find(part);
      return entry ? this.analyzer.cached(part, entry.id, entry.at) : mapChildren(part, replace);
    };
    return replace(plan);
  }

  private find(part: LogicalPlan): Entry | undefined {
    if (part.kind === 'InMemoryRelation') return undefined;
    const shape = shapeOf(part);
    return this.entries.find((entry) => entry.shape === shape && entry.key === planKey(part));
  }
}

const shapes = new WeakMap<LogicalPlan, string>();

/** The kinds of the nodes: equal for equal plans, and quick to tell most others apart. */
function shapeOf(plan: LogicalPlan): string {
  if (plan.kind === 'SubqueryAlias') return shapeOf(plan.child);
  let shape = shapes.get(plan);
  if (shape === undefined) {
    shape = `${plan.kind}(${childrenOf(plan).map(shapeOf).join(',')})`;
    shapes.set(plan, shape);
  }
  return shape;
}

const keys = new WeakMap<LogicalPlan, string>();

/** Equal for plans that give the same result: ids count by where they first stand, places in the program not at all. */
function planKey(plan: LogicalPlan): string {
  const known = keys.get(plan);
  if (known !== undefined) return known;
  const ids = new Map<number, number>();
  const numbered = (id: number): number => {
    let number = ids.get(id);
    if (number === undefined) {
      number = ids.size;
      ids.set(id, number);
    }
    return number;
  };
  const key = JSON.stringify(inOrder(plan), (name, value: unknown) => {
    if (name === 'at' || name === 'qualifier') return undefined;
    if (name === 'id' && typeof value === 'number') return numbered(value);
    return typeof value === 'bigint' ? `${value}n` : value;
  });
  keys.set(plan, key);
  return key;
}

/** Children before the node's own expressions, so that ids are numbered from the sources up; aliases of plans do not count. */
function inOrder(plan: LogicalPlan): unknown {
  if (plan.kind === 'SubqueryAlias') return inOrder(plan.child);
  const {
    child: _,
    left: __,
    right: ___,
    children: ____,
    ...own
  } = plan as LogicalPlan & Record<string, unknown>;
  return [childrenOf(plan).map(inOrder), own];
}

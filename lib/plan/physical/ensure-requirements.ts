import { bytes, isAtLeast, shufflePartitions } from '../conf.ts';
import type { PlanSettings } from '../settings.ts';
import { becauseCoPartitioned, becauseRequired } from './because.ts';
import { createPartitioning, type Distribution } from './distribution.ts';
import { ensureOrdering } from './ensure-ordering.ts';
import { outputPartitioning } from './output-partitioning.ts';
import { type Partitioning, partitionsOf, satisfies } from './partitioning.ts';
import type { BroadcastExchange, JoinExec, PhysicalPlan, ShuffleExchange } from './physical-plan.ts';
import { reorderJoinKeys } from './reorder-join-keys.ts';
import { requiredDistribution, requiredOrdering } from './required-distribution.ts';
import { sameHash } from './same-hash.ts';
import {
  canCreate,
  createFromSpec,
  createSpec,
  isClustered,
  isCompatible,
  specPartitions,
} from './shuffle-spec.ts';
import { childrenOf, withChildren } from './traverse.ts';

/** The sizes that the optimizer estimates for what an operator runs. */
export type SizeOf = (plan: PhysicalPlan) => number;

/**
 * Puts exchanges and local sorts where an operator's requirement is not met by what its children offer, and takes out
 * a user's repartition that changes nothing. Source: EnsureRequirements.
 */
export function ensureRequirements(
  plan: PhysicalPlan,
  settings: PlanSettings,
  sizeOf: SizeOf,
  root?: Distribution,
): PhysicalPlan {
  const ensured = ensure(plan, settings, sizeOf, root === undefined);
  if (root === undefined || satisfies(outputPartitioning(ensured, settings), root)) return ensured;
  const partitions = (root.kind === 'clustered' ? root.partitions : undefined) ?? shufflePartitions(settings);
  return exchange(
    createPartitioning(root, partitions),
    ensured,
    'the repartition that the program asks for is kept',
  );
}

function ensure(
  plan: PhysicalPlan,
  settings: PlanSettings,
  sizeOf: SizeOf,
  dropRepartitions: boolean,
): PhysicalPlan {
  const over = withChildren(
    plan,
    childrenOf(plan).map((child) => ensure(child, settings, sizeOf, dropRepartitions)),
  );
  if (over.kind === 'ShuffleExchange') return redundant(over, settings) ? over.child : over;
  const operator = over.kind === 'Join' ? reorderJoinKeys(over, settings) : over;
  const required = requiredDistribution(operator, settings);
  const children = coPartitioned(
    operator,
    distributed(operator, required, settings),
    required,
    settings,
    sizeOf,
  );
  const orderings = requiredOrdering(operator);
  return withChildren(
    operator,
    children.map((child, i) => ensureOrdering(child, orderings[i] ?? [])),
  );
}

/** A repartition by columns over rows that already lie so (EnsureRequirements.apply, first case). */
function redundant(shuffle: ShuffleExchange, settings: PlanSettings): boolean {
  return (
    (shuffle.origin === 'REPARTITION_BY_COL' || shuffle.origin === 'REPARTITION_BY_NUM') &&
    shuffle.partitioning.kind === 'hash' &&
    sameHash(outputPartitioning(shuffle.child, settings), shuffle.partitioning)
  );
}

function distributed(
  operator: PhysicalPlan,
  required: readonly Distribution[],
  settings: PlanSettings,
): readonly PhysicalPlan[] {
  return childrenOf(operator).map((child, i) => {
    const wanted = required[i]!;
    const offered = outputPartitioning(child, settings);
    if (satisfies(offered, wanted)) return child;
    if (wanted.kind === 'broadcast') return broadcast(operator, child);
    const partitions =
      (wanted.kind === 'clustered' ? wanted.partitions : undefined) ?? shufflePartitions(settings);
    return exchange(
      createPartitioning(wanted, partitions),
      child,
      becauseRequired(operator, wanted, child, offered, partitions),
      operator.at,
    );
  });
}

/** Joins and cogroups need both sides laid out alike, not only each by its own keys. */
function coPartitioned(
  operator: PhysicalPlan,
  children: readonly PhysicalPlan[],
  required: readonly Distribution[],
  settings: PlanSettings,
  sizeOf: SizeOf,
): readonly PhysicalPlan[] {
  if (required.length < 2 || !required.every(isClustered) || allSmallSingles(children, settings, sizeOf)) {
    return children;
  }
  const offered = children.map((child) => outputPartitioning(child, settings));
  const specs = offered.map((partitioning, i) => {
    const wanted = required[i]!;
    return isClustered(wanted) ? createSpec(partitioning, wanted, settings) : { kind: 'single' as const };
  });
  const isShuffle = (i: number) => children[i]!.kind === 'ShuffleExchange';
  const minimum = specs.every((spec, i) => !canCreate(spec) || isShuffle(i))
    ? shufflePartitions(settings)
    : 0;
  const candidates = specs.flatMap((spec, i) =>
    canCreate(spec) && partitionsOf(offered[i]!) >= minimum ? [i] : [],
  );
  const unshuffled = candidates.filter((i) => !isShuffle(i));
  const best = (unshuffled.length > 0 ? unshuffled : candidates).reduce<number | undefined>(
    (chosen, i) =>
      chosen === undefined || specPartitions(specs[i]!) > specPartitions(specs[chosen]!) ? i : chosen,
    undefined,
  );
  return children.map((child, i) => {
    const wanted = required[i]!;
    if (!isClustered(wanted) || (best !== undefined && isCompatible(specs[best]!, specs[i]!))) return child;
    const partitioning =
      best === undefined
        ? createPartitioning(wanted, wanted.partitions ?? shufflePartitions(settings))
        : createFromSpec(specs[best]!, wanted.keys);
    const because = becauseCoPartitioned(operator, child, partitioning, best !== undefined);
    // A shuffle that is there already is laid out anew in its place, and keeps its origin.
    return child.kind === 'ShuffleExchange'
      ? { ...child, partitioning, because }
      : exchange(partitioning, child, because, operator.at);
  });
}

/** Sides of one partition each need no shuffle while they are small (spark.sql.maxSinglePartitionBytes). */
function allSmallSingles(children: readonly PhysicalPlan[], settings: PlanSettings, sizeOf: SizeOf): boolean {
  const standard = isAtLeast(settings, '4.0') ? 128 * 2 ** 20 : Number.POSITIVE_INFINITY;
  const limit = bytes(settings, 'spark.sql.maxSinglePartitionBytes', standard);
  return children.every(
    (child) => outputPartitioning(child, settings).kind === 'single' && sizeOf(child) <= limit,
  );
}

function exchange(
  partitioning: Partitioning,
  child: PhysicalPlan,
  because: string,
  at: number | undefined = child.at,
): ShuffleExchange {
  return {
    kind: 'ShuffleExchange',
    at,
    output: child.output,
    partitioning,
    origin: 'ENSURE_REQUIREMENTS',
    because,
    child,
  };
}

function broadcast(operator: PhysicalPlan, child: PhysicalPlan): BroadcastExchange {
  const join = operator as JoinExec;
  const keys = operator.kind === 'Join' ? (join.buildSide === 'left' ? join.leftKeys : join.rightKeys) : [];
  return {
    kind: 'BroadcastExchange',
    at: operator.at,
    output: child.output,
    keys,
    because: join.because,
    child,
  };
}

import type { AqeSettings } from './aqe-settings.ts';
import type { ReadSpec } from './read-spec.ts';
import type { ShuffleOrigin, ShuffleOutput } from './shuffle-output.ts';
import { leavesOf, type StageOperator, shufflesOf, streamedSide } from './stage-operator.ts';

/** Shuffles that must be coalesced alike, because one task reads the same reducers of all of them. */
export interface CoalesceGroup {
  readonly shuffles: readonly number[];
  /** Whether a nested loop or a cartesian product multiplies what is read. */
  readonly exploding: boolean;
}

const MAY_COALESCE: readonly ShuffleOrigin[] = [
  'ENSURE_REQUIREMENTS',
  'REPARTITION_BY_COL',
  'REBALANCE_PARTITIONS_BY_NONE',
  'REBALANCE_PARTITIONS_BY_COL',
];

/**
 * The inputs of a union, of a broadcast join and of a cartesian product are groups by themselves, all others are read together.
 * A group with a shuffle whose number the program has asked for is left alone, and so is one with a leaf that is no exchange.
 * Source: CoalesceShufflePartitions.collectCoalesceGroups (3.5 and 4.3).
 */
export function coalesceGroups(
  plan: StageOperator,
  shuffles: readonly ShuffleOutput[],
  reads: ReadonlyMap<number, readonly ReadSpec[]>,
  settings: AqeSettings,
): readonly CoalesceGroup[] {
  const supported = (shuffle: number) => {
    const { origin, partitioning } = shuffles[shuffle]!;
    return partitioning !== 'single' && MAY_COALESCE.includes(origin);
  };
  const collect = (operator: StageOperator, exploding: boolean): readonly CoalesceGroup[] => {
    const { shuffle } = operator;
    if (shuffle !== undefined && reads.has(shuffle) && supported(shuffle))
      return [{ shuffles: [shuffle], exploding }];
    if (operator.children.length === 1) return collect(operator.children[0]!, exploding);
    if (isReadApart(operator, shuffles, settings)) {
      const below = exploding || isExploding(operator);
      return operator.children.flatMap((child) => collect(child, below));
    }
    const leaves = leavesOf(operator);
    if (!leaves.every(({ op }) => op === 'ShuffleStage' || op === 'BroadcastStage')) return [];
    const together = shufflesOf(operator);
    if (together.length === 0 || !together.every(supported)) return [];
    return [{ shuffles: together, exploding: exploding || anyExploding(operator) }];
  };
  return collect(plan, false);
}

function isReadApart(
  operator: StageOperator,
  shuffles: readonly ShuffleOutput[],
  settings: AqeSettings,
): boolean {
  if (operator.op !== 'Union') return operator.op === 'BroadcastHashJoin' || isExploding(operator);
  if (!settings.unionKeepsPartitioning) return true;
  const layouts = operator.children.map((child) => layoutOf(child, shuffles));
  return layouts.some((layout) => layout === undefined || layout !== layouts[0]);
}

function isExploding({ op }: StageOperator): boolean {
  return op === 'BroadcastNestedLoopJoin' || op === 'CartesianProduct';
}

function anyExploding(plan: StageOperator): boolean {
  return isExploding(plan) || plan.children.some(anyExploding);
}

/**
 * How rows lie, as far as it decides whether a union keeps it (UnionExec.outputPartitioning). Which columns are hashed is not
 * looked at: inputs of a union that are hashed into the same number of partitions count as lying alike.
 */
function layoutOf(plan: StageOperator, shuffles: readonly ShuffleOutput[]): string | undefined {
  if (plan.shuffle !== undefined) {
    const { partitioning, numReducers } = shuffles[plan.shuffle]!;
    if (partitioning === 'single') return 'single';
    return partitioning === 'hash' ? `hash ${numReducers}` : undefined;
  }
  const child = plan.op === 'BroadcastHashJoin' ? streamedSide(plan) : plan.children[0];
  if (child === undefined || isExploding(plan) || plan.joinType === 'FullOuter') return undefined;
  if (plan.op !== 'Union') return layoutOf(child, shuffles);
  const layouts = plan.children.map((each) => layoutOf(each, shuffles));
  return layouts.every((layout) => layout === layouts[0]) ? layouts[0] : undefined;
}

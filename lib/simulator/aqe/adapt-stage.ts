import type { AqeSettings } from './aqe-settings.ts';
import { coalesceGroups } from './coalesce-groups.ts';
import { coalesceShuffles, coalesceTarget, totalBytes } from './coalesce-shuffles.ts';
import { localReads } from './local-read.ts';
import type { MergedReducers, MergeRule } from './merge-reducers.ts';
import type { ReadSpec } from './read-spec.ts';
import type { ShuffleOutput } from './shuffle-output.ts';
import { measureSkew, type SkewedReducer, type SkewMeasure, splitSkewedJoin } from './skew-join.ts';
import { SMALL_FACTOR } from './split-by-target.ts';
import { splitLargeReducers } from './split-large-reducers.ts';
import { isBelowNeed, leavesOf, type StageOperator, streamedSide } from './stage-operator.ts';

/** One thing that adaptive execution has done to a stage, with the numbers it was decided by. Bytes. */
export type AdaptStep =
  | {
      readonly kind: 'split-skewed-join';
      readonly shuffles: readonly [left: number, right: number];
      readonly measures: { readonly left: SkewMeasure; readonly right: SkewMeasure };
      readonly skewed: readonly SkewedReducer[];
    }
  | { readonly kind: 'split-streamed-side'; readonly shuffle: number; readonly measure: SkewMeasure }
  | { readonly kind: 'split-rebalance'; readonly shuffle: number; readonly limitBytes: number }
  | {
      readonly kind: 'coalesce';
      readonly shuffles: readonly number[];
      readonly rule: MergeRule;
      readonly totalBytes: number;
      readonly minPartitionNum: number;
      /** Empty when nothing has changed. */
      readonly merged: readonly MergedReducers[];
    }
  | { readonly kind: 'local-read'; readonly shuffle: number; readonly tasks: number }
  /** A rule that was given up because an operator above needs rows to lie as they do. */
  | { readonly kind: 'given-up'; readonly rule: 'skew-join' | 'rebalance' | 'local-read' };

export interface AdaptedStage {
  readonly isSkewJoin: boolean;
  /** By shuffle; one that is missing is read as it is, a task for each reducer. */
  readonly reads: ReadonlyMap<number, readonly ReadSpec[]>;
  readonly steps: readonly AdaptStep[];
}

type Reads = ReadonlyMap<number, readonly ReadSpec[]>;

/**
 * How the last stage of an adaptive run reads its shuffles: skewed joins are split first, then skewed REBALANCE partitions,
 * small ones are coalesced, and what needs no certain layout is read locally. What breaks a requirement above is given up.
 * Source: AdaptiveSparkPlanExec.queryStagePreparationRules, queryStageOptimizerRules.
 *
 * Left out: which keys a shuffle is hashed by (the plan does not carry them), and advisory sizes that a writer asks for.
 */
export function adaptStage(
  plan: StageOperator,
  shuffles: readonly ShuffleOutput[],
  settings: AqeSettings,
): AdaptedStage {
  const steps: AdaptStep[] = [];
  const skew = settings.skewJoin ? splitSkew(plan, shuffles, settings, steps) : undefined;
  let reads: Reads = skew ?? new Map();
  if (settings.finalStage) {
    if (settings.rebalanceSkew) reads = rebalance(plan, shuffles, settings, reads, steps);
    if (settings.coalesce) reads = coalesce(plan, shuffles, settings, reads, steps);
    if (settings.localRead) reads = readLocally(plan, shuffles, reads, steps);
  }
  return { isSkewJoin: skew !== undefined, reads, steps };
}

function splitSkew(
  plan: StageOperator,
  shuffles: readonly ShuffleOutput[],
  settings: AqeSettings,
  steps: AdaptStep[],
): Reads | undefined {
  const reads = new Map<number, readonly ReadSpec[]>();
  const split = new Set<StageOperator>();
  const taken: AdaptStep[] = [];
  const own = (leaf: StageOperator | undefined) =>
    leaf?.shuffle !== undefined && shuffles[leaf.shuffle]!.origin === 'ENSURE_REQUIREMENTS'
      ? leaf.shuffle
      : undefined;
  const visit = (operator: StageOperator): void => {
    for (const child of operator.children) visit(child);
    const [left, right] = joinInputs(operator).map(own);
    if (left !== undefined && right !== undefined) {
      const made = splitSkewedJoin(shuffles[left]!, shuffles[right]!, operator.joinType ?? '', settings);
      if (made === undefined) return;
      reads.set(left, made.left).set(right, made.right);
      split.add(operator);
      const { measures, skewed } = made;
      taken.push({ kind: 'split-skewed-join', shuffles: [left, right], measures, skewed });
    } else if (operator.op === 'BroadcastHashJoin' && settings.splitsStreamedSide && !settings.localRead) {
      const streamed = own(streamedSide(operator));
      const sizes = streamed === undefined ? undefined : shuffles[streamed]!.bytesByReducer;
      if (streamed === undefined || sizes === undefined) return;
      const measure = measureSkew(sizes, settings);
      const made = splitLargeReducers(
        shuffles[streamed]!,
        measure.thresholdBytes,
        measure.targetBytes,
        SMALL_FACTOR,
      );
      if (made === undefined) return;
      reads.set(streamed, made);
      split.add(operator);
      taken.push({ kind: 'split-streamed-side', shuffle: streamed, measure });
    }
  };
  visit(plan);
  if (split.size === 0) return undefined;
  // forceOptimizeSkewedJoin rather adds a shuffle above than lose the split.
  if (!settings.forceSkewJoin && isBelowNeed(plan, (operator) => split.has(operator))) {
    steps.push({ kind: 'given-up', rule: 'skew-join' });
    return undefined;
  }
  steps.push(...taken);
  return reads;
}

/** The shuffles that a join reads directly, or through the sort of a merge join; anything else between stops the rule. */
function joinInputs({ op, children }: StageOperator): readonly (StageOperator | undefined)[] {
  if (op === 'ShuffledHashJoin') return children;
  if (op !== 'SortMergeJoin') return [];
  return children.map((child) => (child.op === 'Sort' ? child.children[0] : undefined));
}

function rebalance(
  plan: StageOperator,
  shuffles: readonly ShuffleOutput[],
  settings: AqeSettings,
  reads: Reads,
  steps: AdaptStep[],
): Reads {
  const made = new Map<number, readonly ReadSpec[]>();
  for (const { shuffle } of leavesOf(plan)) {
    if (shuffle === undefined || !shuffles[shuffle]!.origin.startsWith('REBALANCE_')) continue;
    const limit = settings.advisoryBytes;
    const split = splitLargeReducers(shuffles[shuffle]!, limit, limit, settings.rebalanceSmallFactor);
    if (split) made.set(shuffle, split);
  }
  if (made.size === 0) return reads;
  if (isBelowNeed(plan, ({ shuffle }) => shuffle !== undefined && made.has(shuffle))) {
    steps.push({ kind: 'given-up', rule: 'rebalance' });
    return reads;
  }
  for (const shuffle of made.keys())
    steps.push({ kind: 'split-rebalance', shuffle, limitBytes: settings.advisoryBytes });
  return new Map([...reads, ...made]);
}

function coalesce(
  plan: StageOperator,
  shuffles: readonly ShuffleOutput[],
  settings: AqeSettings,
  reads: Reads,
  steps: AdaptStep[],
): Reads {
  const groups = coalesceGroups(plan, shuffles, reads, settings);
  const sizesOf = (group: readonly number[]) => group.map((shuffle) => shuffles[shuffle]!.bytesByReducer);
  const bytesOfGroups = groups.map((group) => totalBytes(sizesOf(group.shuffles)));
  const allBytes = bytesOfGroups.reduce((sum, bytes) => sum + bytes, 0);
  const made = new Map(reads);
  for (const [i, { shuffles: members, exploding }] of groups.entries()) {
    const bytes = bytesOfGroups[i]!;
    // Several groups share the least number of tasks by their sizes.
    const share =
      groups.length === 1 || allBytes === 0
        ? settings.minPartitionNum
        : Math.round((settings.minPartitionNum * bytes) / allBytes);
    const minPartitionNum = Math.max(1, share);
    const { minPartitionBytes, maxReducersPerTask } = settings;
    const small = exploding && settings.smallBelowExplodingJoin;
    const advisory = small ? minPartitionBytes : settings.advisoryBytes;
    const targetBytes = coalesceTarget(bytes, advisory, minPartitionNum, minPartitionBytes);
    const rule: MergeRule = { targetBytes, minPartitionBytes, maxReducersPerTask };
    const input = { sizes: sizesOf(members), reads: members.map((shuffle) => reads.get(shuffle)) };
    const coalesced = coalesceShuffles(input, rule);
    for (const [j, shuffle] of members.entries()) {
      const read = coalesced?.reads[j];
      if (read) made.set(shuffle, read);
    }
    const merged = coalesced?.merged ?? [];
    steps.push({ kind: 'coalesce', shuffles: members, rule, totalBytes: bytes, minPartitionNum, merged });
  }
  return made;
}

function readLocally(
  plan: StageOperator,
  shuffles: readonly ShuffleOutput[],
  reads: Reads,
  steps: AdaptStep[],
): Reads {
  const candidates = localCandidates(plan, plan).filter((shuffle) =>
    canReadLocally(shuffles[shuffle]!, reads.has(shuffle)),
  );
  if (candidates.length === 0) return reads;
  if (isBelowNeed(plan, ({ shuffle }) => shuffle !== undefined && candidates.includes(shuffle))) {
    steps.push({ kind: 'given-up', rule: 'local-read' });
    return reads;
  }
  const made = new Map(reads);
  for (const shuffle of candidates) {
    const { numMaps, numReducers } = shuffles[shuffle]!;
    const local = localReads(numMaps!, numReducers, reads.get(shuffle)?.length);
    made.set(shuffle, local);
    steps.push({ kind: 'local-read', shuffle, tasks: local.length });
  }
  return made;
}

/** The root, and what broadcast joins stream past their other side. */
function localCandidates(plan: StageOperator, root: StageOperator): readonly number[] {
  if (plan.shuffle !== undefined) return plan === root ? [plan.shuffle] : [];
  const streamed = plan.op === 'BroadcastHashJoin' ? streamedSide(plan)?.shuffle : undefined;
  const below = plan.children.flatMap((child) => localCandidates(child, root));
  return streamed === undefined ? below : [streamed, ...below];
}

/** A REBALANCE that has been coalesced or split is left so (canUseLocalShuffleRead). */
function canReadLocally(shuffle: ShuffleOutput, isRead: boolean): boolean {
  const { origin, partitioning, bytesByReducer, numMaps } = shuffle;
  if (bytesByReducer === undefined || partitioning === 'single' || (numMaps ?? 0) < 1) return false;
  return origin === 'ENSURE_REQUIREMENTS' || (origin === 'REBALANCE_PARTITIONS_BY_NONE' && !isRead);
}

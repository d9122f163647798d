import { type MergedReducers, type MergeRule, mergeReducers } from './merge-reducers.ts';
import { coalescedRead, type ReadSpec } from './read-spec.ts';
import { sum } from './shuffle-output.ts';

/** Shuffles that are read together, with how a rule before has decided to read them. */
export interface CoalesceInput {
  /** undefined: the map side had no task. */
  readonly sizes: readonly (ArrayLike<number> | undefined)[];
  readonly reads: readonly (readonly ReadSpec[] | undefined)[];
}

export interface Coalesced {
  /** For each shuffle. */
  readonly reads: readonly (readonly ReadSpec[])[];
  /** The ranges that were merged, in order; skewed reducers between them are left as they are. */
  readonly merged: readonly MergedReducers[];
}

/**
 * How much a task should read: the advisory size, or less so that enough tasks are left, but not below the minimum.
 * Source: ShufflePartitionsUtil.coalescePartitions.
 */
export function coalesceTarget(
  totalBytes: number,
  advisoryBytes: number,
  minPartitionNum: number,
  minPartitionBytes: number,
): number {
  return Math.max(Math.min(Math.ceil(totalBytes / minPartitionNum), advisoryBytes), minPartitionBytes);
}

/** Coalesces shuffles that one stage reads side by side; undefined when nothing changes. */
export function coalesceShuffles(input: CoalesceInput, rule: MergeRule): Coalesced | undefined {
  const known = input.sizes.filter((sizes) => sizes !== undefined);
  if (input.reads.some((reads) => reads !== undefined)) {
    const isWhole = known.length === input.sizes.length && input.reads.every((reads) => reads !== undefined);
    return isWhole ? aroundSkew(known, input.reads, rule) : undefined;
  }
  // Shuffles of nothing: one task that reads nothing.
  if (known.length === 0) {
    return input.sizes.length === 0
      ? undefined
      : { reads: input.sizes.map(() => [coalescedRead(0, 0)]), merged: [] };
  }
  const reducers = known[0]!.length;
  if (known.some((sizes) => sizes.length !== reducers)) return undefined;
  const merged = mergeReducers(known, 0, reducers, rule, true);
  return merged.length < reducers ? { reads: input.sizes.map(() => readsOf(merged)), merged } : undefined;
}

/** Skewed reducers, which occur several times in a row, are kept; the runs between them are coalesced (coalescePartitionsWithSkew). */
function aroundSkew(
  sizes: readonly ArrayLike<number>[],
  reads: readonly (readonly ReadSpec[])[],
  rule: MergeRule,
): Coalesced | undefined {
  const reducers = reads[0]!.map(reducerOf);
  const made: ReadSpec[][] = reads.map(() => []);
  const merged: MergedReducers[] = [];
  const mergeRun = (first: number, end: number) => {
    const ranges = mergeReducers(sizes, first, end, rule, false);
    merged.push(...ranges);
    for (const list of made) list.push(...readsOf(ranges));
  };
  let start = 0;
  let i = 0;
  while (i < reducers.length) {
    let next = i + 1;
    while (next < reducers.length && reducers[next] === reducers[i]) next++;
    if (next - i > 1) {
      if (i > start) mergeRun(reducers[start]!, reducers[i]!);
      for (const [shuffle, list] of made.entries()) list.push(...reads[shuffle]!.slice(i, next));
      start = next;
    }
    i = next;
  }
  if (reducers.length > start) mergeRun(reducers[start]!, reducers.at(-1)! + 1);
  return made[0]!.length < reducers.length ? { reads: made, merged } : undefined;
}

function reducerOf(read: ReadSpec): number {
  return read.type === 'partialReducer' ? read.reducer : read.type === 'coalesced' ? read.startReducer : -1;
}

function readsOf(ranges: readonly MergedReducers[]): readonly ReadSpec[] {
  return ranges.map((range) => coalescedRead(range.startReducer, range.endReducer));
}

export function totalBytes(sizes: readonly (ArrayLike<number> | undefined)[]): number {
  return sizes.reduce((total, each) => total + (each === undefined ? 0 : sum(each)), 0);
}

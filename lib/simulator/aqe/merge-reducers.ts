import { formatBytes } from '#lib/base/format.ts';

/** Reducers side by side that one task reads, and why the range ends where it does. */
export interface MergedReducers {
  readonly startReducer: number;
  readonly endReducer: number;
  readonly bytes: number;
  readonly end: MergeEnd;
}

export type MergeEnd =
  /** The next reducer would have taken the range above the target. */
  | { readonly kind: 'target'; readonly nextBytes: number }
  /** The range has taken one that was too small to stand alone; `addedBytes` is what that brought. */
  | { readonly kind: 'took-small'; readonly addedBytes: number }
  /** spark.sql.adaptive.coalescePartitions.maxReducerPartitionsPerTask (4.3) */
  | { readonly kind: 'reducer-limit' }
  | { readonly kind: 'last' };

export interface MergeRule {
  readonly targetBytes: number;
  readonly minPartitionBytes: number;
  readonly maxReducersPerTask: number;
}

/**
 * Packs reducers start..end of one or several shuffles, which are read together, up to a target size. Empty ranges get no
 * task, a range below the minimum joins its smaller neighbour. With `keepOne`, there is one range even if all is empty.
 * Source: ShufflePartitionsUtil.coalescePartitions (3.5, 4.3); the reducer limit is 4.3's.
 */
export function mergeReducers(
  shuffles: readonly ArrayLike<number>[],
  start: number,
  end: number,
  rule: MergeRule,
  keepOne: boolean,
): readonly MergedReducers[] {
  const { targetBytes, minPartitionBytes, maxReducersPerTask } = rule;
  const ranges: MergedReducers[] = [];
  let from = start;
  let bytes = 0;
  // Size of the range before, as Spark keeps it: of the last one that was closed, even when it was empty.
  let previousBytes = 0;
  const close = (at: number, why: MergeEnd, always = false) => {
    if (bytes > 0 || always) ranges.push({ startReducer: from, endReducer: at, bytes, end: why });
  };
  const giveToPrevious = (at: number) => {
    const last = ranges.pop()!;
    const end: MergeEnd = { kind: 'took-small', addedBytes: bytes };
    ranges.push({ startReducer: last.startReducer, endReducer: at, bytes: last.bytes + bytes, end });
  };
  const previousReaches = (at: number) => at - ranges.at(-1)!.startReducer <= maxReducersPerTask;
  for (let i = start; i < end; i++) {
    let next = 0;
    for (const sizes of shuffles) next += sizes[i] ?? 0;
    if (i > from && i - from >= maxReducersPerTask) {
      close(i, { kind: 'reducer-limit' });
      from = i;
      previousBytes = bytes;
      bytes = next;
    } else if (i === from || bytes + next <= targetBytes) {
      bytes += next;
    } else if (bytes >= minPartitionBytes) {
      close(i, { kind: 'target', nextBytes: next });
      from = i;
      previousBytes = bytes;
      bytes = next;
    } else if (previousBytes > 0 && previousBytes < next && previousReaches(i)) {
      giveToPrevious(i);
      from = i;
      previousBytes += bytes;
      bytes = next;
    } else {
      bytes += next;
    }
  }
  if (bytes < minPartitionBytes && previousBytes > 0 && previousReaches(end)) giveToPrevious(end);
  else close(end, { kind: 'last' }, keepOne && ranges.length === 0);
  return ranges;
}

/** The reason in words, for a page that explains each step. */
export function mergeText(range: MergedReducers, rule: MergeRule): string {
  const count = range.endReducer - range.startReducer;
  const size = formatBytes(range.bytes);
  const target = formatBytes(rule.targetBytes);
  switch (range.end.kind) {
    case 'target': {
      const next = formatBytes(range.end.nextBytes);
      if (count === 1 && range.bytes > rule.targetBytes)
        return `alone: ${size} is above the target of ${target}`;
      return `${size}: the next reducer (${next}) would take it above the target of ${target}`;
    }
    case 'took-small':
      return `${size}: took a neighbour of ${formatBytes(range.end.addedBytes)}, too small to stand alone (below ${formatBytes(
        rule.minPartitionBytes,
      )})`;
    case 'reducer-limit':
      return `${size}: no task reads more than ${rule.maxReducersPerTask} reducers`;
    case 'last':
      return `${size}: what was left, within the target of ${target}`;
  }
}

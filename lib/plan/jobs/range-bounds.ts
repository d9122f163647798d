import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { ShuffleExchange } from '../physical/physical-plan.ts';
import { knownDistinct } from './known-distinct.ts';

const FOUND = new WeakMap<ShuffleExchange, number>();

/**
 * What the sample of a range shuffle finds: a sort key with few values gives fewer partitions than were asked for, one more than
 * there are bounds to tell apart, and no more than there are rows. Source: RangePartitioner.determineBounds.
 */
export function sampleBounds(shuffle: ShuffleExchange, input: LogicalPlan, rows: number): void {
  const { partitioning } = shuffle;
  if (partitioning.kind !== 'range') return;
  const [key, ...others] = partitioning.order;
  const values = key && others.length === 0 ? knownDistinct(key.child, input) : undefined;
  if (values === undefined) return;
  FOUND.set(shuffle, Math.min(partitioning.partitions, Math.max(1, Math.floor(rows)), values + 1));
}

/** undefined: no sample has been taken, or the plan does not tell what it finds. */
export function sampledPartitions(shuffle: ShuffleExchange): number | undefined {
  return FOUND.get(shuffle);
}

import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import type { Call } from '../method.ts';

type Partitioner = Rdd['partitioner'];

export function samePartitioner(a: Partitioner, b: Partitioner): boolean {
  return a !== undefined && b !== undefined && a.partitions === b.partitions && a.fn === b.fn;
}

/** PySpark's union keeps a partitioner that all its parts share, and with it their number of partitions. */
export function unionOf(parents: readonly Rdd[], call: Call): Rdd {
  const [first, ...rest] = parents;
  const shared =
    first && rest.every((each) => samePartitioner(first.partitioner, each.partitioner))
      ? first.partitioner
      : undefined;
  const counts = parents.map((each) => each.partitions);
  const partitions = shared
    ? shared.partitions
    : counts.includes(undefined)
      ? undefined
      : counts.reduce<number>((sum, count) => sum + count!, 0);
  const union: Rdd = { kind: 'union', parents, at: call.at, partitions };
  return shared ? { ...union, partitioner: shared } : union;
}

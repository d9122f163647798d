import type { Expression, SortOrder } from '../expression/expression.ts';
import { type Partitioning, SINGLE } from './partitioning.ts';

/** What an operator requires of a child's partitions (Spark: plans.physical.Distribution). */
export type Distribution =
  | { readonly kind: 'unspecified' }
  | { readonly kind: 'all-tuples' }
  | {
      readonly kind: 'clustered';
      readonly keys: readonly Expression[];
      /** All keys in this order, not a part of them (spark.sql.requireAllClusterKeysForDistribution). */
      readonly all?: boolean;
      readonly partitions?: number;
    }
  | { readonly kind: 'ordered'; readonly order: readonly SortOrder[] }
  | { readonly kind: 'broadcast' };

export const UNSPECIFIED: Distribution = { kind: 'unspecified' };
export const ALL_TUPLES: Distribution = { kind: 'all-tuples' };

/** ClusteredDistribution, or AllTuples when there is nothing to cluster by. */
export function clusteredBy(keys: readonly Expression[], all = false): Distribution {
  return keys.length > 0 ? { kind: 'clustered', keys, ...(all && { all }) } : ALL_TUPLES;
}

/** Distribution.createPartitioning: what a new exchange makes of the requirement. */
export function createPartitioning(required: Distribution, partitions: number): Partitioning {
  switch (required.kind) {
    case 'clustered':
      return { kind: 'hash', keys: required.keys, partitions };
    case 'ordered':
      return { kind: 'range', order: required.order, partitions };
    default:
      return SINGLE;
  }
}

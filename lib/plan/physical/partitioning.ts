import { canonicalKey } from '../expression/canonical.ts';
import type { Expression, SortOrder } from '../expression/expression.ts';
import type { Distribution } from './distribution.ts';

/** How the rows of an operator lie over its partitions (Spark: plans.physical.Partitioning). */
export type Partitioning =
  | { readonly kind: 'unknown'; readonly partitions: number }
  | { readonly kind: 'round-robin'; readonly partitions: number }
  | { readonly kind: 'single' }
  | { readonly kind: 'hash'; readonly keys: readonly Expression[]; readonly partitions: number }
  | { readonly kind: 'range'; readonly order: readonly SortOrder[]; readonly partitions: number }
  | { readonly kind: 'broadcast' }
  /** Several that hold at once: both sides of an inner join. */
  | { readonly kind: 'collection'; readonly members: readonly Partitioning[] };

export const SINGLE: Partitioning = { kind: 'single' };
/** What an operator reports that promises nothing; Spark gives it no partitions. */
export const UNKNOWN: Partitioning = { kind: 'unknown', partitions: 0 };

export function partitionsOf(partitioning: Partitioning): number {
  switch (partitioning.kind) {
    case 'single':
    case 'broadcast':
      return 1;
    case 'collection':
      return partitioning.members[0] ? partitionsOf(partitioning.members[0]) : 0;
    default:
      return partitioning.partitions;
  }
}

/** Partitioning.satisfies: the number of partitions must fit too where one is asked for. */
export function satisfies(partitioning: Partitioning, required: Distribution): boolean {
  if (partitioning.kind === 'collection') {
    return partitioning.members.some((member) => satisfies(member, required));
  }
  if (required.kind === 'clustered' && required.partitions !== undefined) {
    if (required.partitions !== partitionsOf(partitioning)) return false;
  }
  switch (required.kind) {
    case 'unspecified':
      return true;
    case 'broadcast':
      return partitioning.kind === 'broadcast';
    case 'all-tuples':
      return partitionsOf(partitioning) === 1;
    case 'clustered':
      return isClustered(partitioning, required.keys, required.all ?? false);
    case 'ordered':
      return isOrdered(partitioning, required.order);
  }
}

function isClustered(partitioning: Partitioning, keys: readonly Expression[], all: boolean): boolean {
  if (partitioning.kind === 'single') return true;
  const given =
    partitioning.kind === 'hash'
      ? partitioning.keys
      : partitioning.kind === 'range'
        ? partitioning.order.map((order) => order.child)
        : undefined;
  if (given === undefined) return false;
  const wanted = keys.map(canonicalKey);
  if (all) return given.length === wanted.length && given.every((key, i) => canonicalKey(key) === wanted[i]);
  return given.every((key) => wanted.includes(canonicalKey(key)));
}

function isOrdered(partitioning: Partitioning, order: readonly SortOrder[]): boolean {
  if (partitioning.kind === 'single') return true;
  if (partitioning.kind !== 'range') return false;
  const length = Math.min(order.length, partitioning.order.length);
  return order
    .slice(0, length)
    .every((wanted, i) => canonicalKey(wanted) === canonicalKey(partitioning.order[i]!));
}

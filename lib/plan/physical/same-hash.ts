import { semanticEquals } from '../expression/canonical.ts';
import type { Partitioning } from './partitioning.ts';

/** Whether rows already lie by exactly this hash (Expression.semanticEquals of two HashPartitionings). */
export function sameHash(given: Partitioning, hash: Extract<Partitioning, { kind: 'hash' }>): boolean {
  if (given.kind === 'collection') return given.members.some((member) => sameHash(member, hash));
  return (
    given.kind === 'hash' &&
    given.partitions === hash.partitions &&
    given.keys.length === hash.keys.length &&
    given.keys.every((key, i) => semanticEquals(key, hash.keys[i]!))
  );
}

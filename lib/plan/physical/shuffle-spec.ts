import { flag } from '../conf.ts';
import { canonicalKey } from '../expression/canonical.ts';
import type { Expression } from '../expression/expression.ts';
import type { PlanSettings } from '../settings.ts';
import type { Distribution } from './distribution.ts';
import { type Partitioning, partitionsOf, satisfies } from './partitioning.ts';

type Clustered = Extract<Distribution, { kind: 'clustered' }>;

/** How one side of a join lies, seen from the join's keys: what the other side can be laid out to match (ShuffleSpec). */
export type ShuffleSpec =
  | { readonly kind: 'single' }
  | { readonly kind: 'range'; readonly partitions: number }
  | {
      readonly kind: 'hash';
      readonly partitions: number;
      /** For each hash key the positions that it has among the join's keys. */
      readonly positions: readonly (readonly number[])[];
      readonly keys: number;
      /** Only a hash of all join keys may drive the other side (spark.sql.requireAllClusterKeysForCoPartition). */
      readonly canCreate: boolean;
    }
  | { readonly kind: 'collection'; readonly members: readonly ShuffleSpec[] };

export function createSpec(
  partitioning: Partitioning,
  required: Clustered,
  settings: PlanSettings,
): ShuffleSpec {
  switch (partitioning.kind) {
    case 'hash': {
      const wanted = required.keys.map(canonicalKey);
      const positions = partitioning.keys.map((key) =>
        wanted.flatMap((other, i) => (other === canonicalKey(key) ? [i] : [])),
      );
      const complete =
        partitioning.keys.length === wanted.length &&
        partitioning.keys.every((key, i) => canonicalKey(key) === wanted[i]);
      const requireAll = flag(settings, 'spark.sql.requireAllClusterKeysForCoPartition', true);
      return {
        kind: 'hash',
        partitions: partitioning.partitions,
        positions,
        keys: wanted.length,
        canCreate: complete || !requireAll,
      };
    }
    case 'collection': {
      const members = partitioning.members
        .filter((member) => satisfies(member, required))
        .map((member) => createSpec(member, required, settings));
      return { kind: 'collection', members };
    }
    case 'single':
      return { kind: 'single' };
    default:
      return { kind: 'range', partitions: partitionsOf(partitioning) };
  }
}

export function specPartitions(spec: ShuffleSpec): number {
  if (spec.kind === 'single') return 1;
  if (spec.kind === 'collection') return spec.members[0] ? specPartitions(spec.members[0]) : 0;
  return spec.partitions;
}

export function canCreate(spec: ShuffleSpec): boolean {
  if (spec.kind === 'collection') return spec.members.length > 0 && spec.members.every(canCreate);
  return spec.kind === 'hash' && spec.canCreate;
}

export function isCompatible(a: ShuffleSpec, b: ShuffleSpec): boolean {
  if (a.kind === 'collection') return a.members.some((member) => isCompatible(member, b));
  if (b.kind === 'collection') return b.members.some((member) => isCompatible(a, member));
  if (a.kind === 'single') return specPartitions(b) === 1;
  if (a.kind === 'hash') {
    if (b.kind === 'single') return a.partitions === 1;
    return (
      b.kind === 'hash' &&
      a.keys === b.keys &&
      a.partitions === b.partitions &&
      a.positions.length === b.positions.length &&
      a.positions.every((left, i) => left.some((position) => b.positions[i]!.includes(position)))
    );
  }
  return b.kind === 'single' && a.partitions === 1;
}

/** The partitioning that lays another side out like this one. */
export function createFromSpec(spec: ShuffleSpec, keys: readonly Expression[]): Partitioning {
  const hash = spec.kind === 'collection' ? spec.members[0] : spec;
  if (hash?.kind === 'collection') return createFromSpec(hash, keys);
  if (hash?.kind !== 'hash') return { kind: 'single' };
  return { kind: 'hash', keys: hash.positions.map((at) => keys[at[0]!]!), partitions: hash.partitions };
}

export function isClustered(required: Distribution): required is Clustered {
  return required.kind === 'clustered';
}

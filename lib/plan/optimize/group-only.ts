import { canonicalKey } from '../expression/canonical.ts';
import type { Aggregate } from '../logical/logical-plan.ts';

/** Aggregate.groupOnly: a distinct, no aggregate function. */
export function isGroupOnly(aggregate: Aggregate): boolean {
  const keys = new Set(aggregate.grouping.map(canonicalKey));
  return (
    aggregate.grouping.length > 0 &&
    aggregate.list.every((named) => keys.has(canonicalKey(named.kind === 'alias' ? named.child : named)))
  );
}

import { canonicalKey } from '../expression/canonical.ts';
import type { Expression } from '../expression/expression.ts';
import { isDeterministic } from '../expression/traverse.ts';
import type { PlanSettings } from '../settings.ts';
import { outputPartitioning } from './output-partitioning.ts';
import type { Partitioning } from './partitioning.ts';
import type { JoinExec } from './physical-plan.ts';

type Keys = readonly [left: readonly Expression[], right: readonly Expression[]];

/**
 * Writes the keys of a shuffled join in the order in which one of its sides already lies, so that the shuffle there can
 * serve the join. Source: EnsureRequirements.reorderJoinPredicates.
 */
export function reorderJoinKeys(join: JoinExec, settings: PlanSettings): JoinExec {
  if (join.operator === 'BroadcastHashJoin') return join;
  if (![...join.leftKeys, ...join.rightKeys].every(isDeterministic)) return join;
  const reordered = reorder(
    [join.leftKeys, join.rightKeys],
    outputPartitioning(join.left, settings),
    outputPartitioning(join.right, settings),
  );
  return reordered ? { ...join, leftKeys: reordered[0], rightKeys: reordered[1] } : join;
}

function reorder(
  keys: Keys,
  left: Partitioning | undefined,
  right: Partitioning | undefined,
): Keys | undefined {
  if (left?.kind === 'hash') return align(keys, left.keys, 0) ?? reorder(keys, undefined, right);
  if (right?.kind === 'hash') return align(keys, right.keys, 1) ?? reorder(keys, left, undefined);
  if (left?.kind === 'collection') {
    return first(left.members, (member) => reorder(keys, member, right)) ?? reorder(keys, undefined, right);
  }
  if (right?.kind === 'collection') {
    return first(right.members, (member) => reorder(keys, left, member)) ?? reorder(keys, left, undefined);
  }
  return undefined;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function align(keys: Keys, expected: readonly Expression[], side: 0 | 1): Keys | undefined {
  if (expected.length !== keys[0].length) return undefined;
  const free = keys[side].map((key, i) => ({ key: canonicalKey(key), i }));
  const order: number[] = [];
  for (const expression of expected) {
    const at = free.findIndex(({ key }) => key === canonicalKey(expression));
    if (at < 0) return undefined;
    order.push(free.splice(at, 1)[0]!.i);
  }
  return [order.map((i) => keys[0][i]!), order.map((i) => keys[1][i]!)];
}

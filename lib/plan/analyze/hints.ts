import type { JoinStrategyHint, LogicalPlan } from '../logical/logical-plan.ts';
import { mapChildren } from '../logical/traverse.ts';
import type { Column } from './column.ts';
import { buildRepartition } from './filter-and-sort.ts';
import type { Hint } from './query.ts';
import type { Scope } from './scope.ts';
import { type Session, sameName } from './session.ts';

/** Hints of SELECT: how a named relation is to be joined, and how the result is to be partitioned (ResolveHints). */

const STRATEGIES: Readonly<Record<string, JoinStrategyHint>> = {
  broadcast: 'BROADCAST',
  broadcastjoin: 'BROADCAST',
  mapjoin: 'BROADCAST',
  merge: 'MERGE',
  mergejoin: 'MERGE',
  shuffle_merge: 'MERGE',
  shuffle_hash: 'SHUFFLE_HASH',
  shuffle_replicate_nl: 'SHUFFLE_REPLICATE_NL',
};

export function joinHints(plan: LogicalPlan, hints: readonly Hint[], session: Session): LogicalPlan {
  // The last one is applied first, so the first one ends up outermost.
  return hints.toReversed().reduce((hinted, hint) => {
    const strategy = STRATEGIES[hint.name.toLowerCase()];
    if (strategy === undefined) return hinted;
    const names = hint.args.map(relationName).filter((name) => name !== undefined);
    if (names.length === 0) return { kind: 'JoinHint', hint: strategy, child: hinted, at: hinted.at };
    return hintRelations(hinted, names, strategy, session);
  }, plan);
}

/** Relations of this FROM only: what stands under an alias belongs to another query. */
function hintRelations(
  plan: LogicalPlan,
  names: readonly string[],
  hint: JoinStrategyHint,
  session: Session,
): LogicalPlan {
  if (plan.kind === 'SubqueryAlias') {
    const matches = names.some((name) => sameName(session, name, plan.alias));
    return matches ? { kind: 'JoinHint', hint, child: plan, at: plan.at } : plan;
  }
  return mapChildren(plan, (child) => hintRelations(child, names, hint, session));
}

function relationName(arg: Column): string | undefined {
  if (arg.kind === 'name') return arg.parts.at(-1);
  return arg.kind === 'value' && typeof arg.value === 'string' ? arg.value : undefined;
}

export function partitionHints(plan: LogicalPlan, hints: readonly Hint[], scope: Scope): LogicalPlan {
  const { session, at } = scope;
  return hints.toReversed().reduce((hinted, hint): LogicalPlan => {
    const numbers = hint.args.flatMap((arg) =>
      arg.kind === 'value' && typeof arg.value === 'number' ? [arg.value] : [],
    );
    const keys = hint.args.filter((arg) => arg.kind !== 'value' || typeof arg.value === 'string').map(asName);
    const [partitions] = numbers;
    switch (hint.name.toLowerCase()) {
      case 'coalesce':
        return { kind: 'Repartition', partitions, shuffle: false, child: hinted, at };
      case 'repartition':
        if (keys.length === 0 && partitions !== undefined) {
          return { kind: 'Repartition', partitions, shuffle: true, child: hinted, at };
        }
        return buildRepartition(hinted, keys, partitions, 'hash', session, at, scope);
      case 'repartition_by_range':
        return buildRepartition(hinted, keys, partitions, 'range', session, at, scope);
      case 'rebalance':
        return buildRepartition(hinted, keys, partitions, 'rebalance', session, at, scope);
      default:
        return hinted;
    }
  }, plan);
}

function asName(arg: Column): Column {
  return arg.kind === 'value' ? { kind: 'name', parts: [String(arg.value)] } : arg;
}

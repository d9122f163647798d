import { canonicalKey } from '../expression/canonical.ts';
import type { Attribute, Expression, NamedExpression, SortOrder } from '../expression/expression.ts';
import { toAttribute } from '../expression/make.ts';
import { transformUp } from '../expression/traverse.ts';
import { type Partitioning, partitionsOf } from './partitioning.ts';

/** spark.sql.optimizer.expressionProjectionCandidateLimit */
const CANDIDATES = 100;

/**
 * What a child's partitioning is called in the output of a projection: keys go by the names that their columns have
 * there, all of them when a column has several, and a key that nobody passes on ends the promise.
 * Source: PartitioningPreservingUnaryExecNode, AliasAwareOutputExpression.
 */
export function projectPartitioning(
  partitioning: Partitioning,
  list: readonly NamedExpression[],
): Partitioning {
  const names = namesOf(list);
  const members = partitioning.kind === 'collection' ? flatten(partitioning) : [partitioning];
  const projected = members.flatMap((member) => projectOne(member, names)).slice(0, CANDIDATES);
  if (projected.length === 0) return { kind: 'unknown', partitions: partitionsOf(partitioning) };
  return projected.length === 1 ? projected[0]! : { kind: 'collection', members: projected };
}

/** The part of a child's order that the output of a projection still shows. */
export function projectOrdering(
  ordering: readonly SortOrder[],
  list: readonly NamedExpression[],
): readonly SortOrder[] {
  const names = namesOf(list);
  const kept: SortOrder[] = [];
  for (const order of ordering) {
    const child = candidates(order.child, names)[0];
    if (child === undefined) break;
    kept.push(child === order.child ? order : { ...order, child });
  }
  return kept;
}

function flatten(partitioning: Partitioning): readonly Partitioning[] {
  return partitioning.kind === 'collection' ? partitioning.members.flatMap(flatten) : [partitioning];
}

function projectOne(partitioning: Partitioning, names: Names): readonly Partitioning[] {
  switch (partitioning.kind) {
    case 'hash':
      return combinations(partitioning.keys.map((key) => candidates(key, names))).map((keys) => ({
        ...partitioning,
        keys,
      }));
    case 'range':
      return combinations(partitioning.order.map((order) => candidates(order.child, names))).map((keys) => ({
        ...partitioning,
        order: partitioning.order.map((order, i) => ({ ...order, child: keys[i]! })),
      }));
    default:
      return [partitioning];
  }
}

interface Names {
  /** Output attributes by what they show. */
  readonly aliases: ReadonlyMap<string, readonly Attribute[]>;
  readonly kept: ReadonlySet<number>;
}

function namesOf(list: readonly NamedExpression[]): Names {
  const aliases = new Map<string, Attribute[]>();
  const kept = new Set<number>();
  for (const named of list) {
    if (named.kind === 'attribute') kept.add(named.id);
    else {
      const key = canonicalKey(named.child);
      aliases.set(key, [...(aliases.get(key) ?? []), toAttribute(named)]);
    }
  }
  return { aliases, kept };
}

/** The ways to say an expression in the output; none when it needs a column that is gone. */
function candidates(expression: Expression, names: Names): readonly Expression[] {
  const found: Expression[] = [...(names.aliases.get(canonicalKey(expression)) ?? [])];
  if (expression.kind === 'attribute') {
    if (names.kept.has(expression.id)) found.unshift(expression);
    return found;
  }
  let whole = true;
  const rewritten = transformUp(expression, (part) => {
    if (part.kind !== 'attribute' || names.kept.has(part.id)) return part;
    const renamed = names.aliases.get(canonicalKey(part))?.[0];
    if (renamed === undefined) whole = false;
    return renamed ?? part;
  });
  if (whole) found.push(rewritten);
  return found;
}

function combinations<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (lists, options) =>
      lists.flatMap((list) => options.map((option) => [...list, option])).slice(0, CANDIDATES),
    [[]],
  );
}

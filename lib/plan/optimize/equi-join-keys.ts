import type { Expression } from '../expression/expression.ts';
import { call, coalesce, conjuncts, isNull, literal } from '../expression/make.ts';
import { references } from '../expression/traverse.ts';
import { typeOf } from '../expression/type-of.ts';
import type { Join } from '../logical/logical-plan.ts';
import type { DataType } from '../types/data-type.ts';
import { canEvaluate } from './inner-joins.ts';

export interface EquiJoin {
  readonly left: readonly Expression[];
  readonly right: readonly Expression[];
  readonly others: readonly Expression[];
}

/**
 * The keys of a join with at least one equality between its sides, in the order of the condition. `<=>` compares as
 * `coalesce(k, default)` and `isnull(k)`. Source: ExtractEquiJoinKeys.
 */
export function extractEquiJoinKeys(join: Join): EquiJoin | undefined {
  const conditions = join.condition ? conjuncts(join.condition) : [];
  const pairs: (readonly [Expression, Expression])[] = [];
  const others: Expression[] = [];
  for (const condition of conditions) {
    const pair = equality(condition, join);
    if (pair) pairs.push(...pair);
    if (!pair) others.push(condition);
  }
  if (pairs.length === 0) return undefined;
  return { left: pairs.map(([left]) => left), right: pairs.map(([, right]) => right), others };
}

function equality(
  condition: Expression,
  join: Join,
): readonly (readonly [Expression, Expression])[] | undefined {
  if (condition.kind !== 'call' || (condition.fn !== '=' && condition.fn !== '<=>')) return undefined;
  const [a, b] = condition.args as [Expression, Expression];
  if (references(a).size === 0 || references(b).size === 0) return undefined;
  const sides =
    canEvaluate(a, join.left) && canEvaluate(b, join.right)
      ? ([a, b] as const)
      : canEvaluate(a, join.right) && canEvaluate(b, join.left)
        ? ([b, a] as const)
        : undefined;
  if (sides === undefined) return undefined;
  if (condition.fn === '=') return [sides];
  const standard = typeOf(a);
  const [left, right] = sides;
  return [
    [coalesce([left, defaultOf(standard)]), coalesce([right, defaultOf(standard)])],
    [isNull(left), isNull(right)],
  ];
}

/** Literal.default of a type: what stands for null in a null-safe key. */
function defaultOf(type: DataType): Expression {
  switch (type.kind) {
    case 'boolean':
      return literal(false);
    case 'string':
      return literal('', type);
    case 'float':
    case 'double':
      return literal('0.0', type);
    case 'date':
      return literal('1970-01-01', type);
    case 'timestamp':
    case 'timestamp_ntz':
      return literal('1970-01-01 00:00:00', type);
    case 'decimal':
      return literal(type.scale > 0 ? `0.${'0'.repeat(type.scale)}` : '0', type);
    case 'array':
    case 'map':
    case 'struct':
      return call(type.kind === 'struct' ? 'named_struct' : type.kind, [], { type, nullable: false });
    default:
      return literal(0, type);
  }
}

/** A null-aware anti join on one key: NOT IN. Source: ExtractSingleColumnNullAwareAntiJoin. */
export function nullAwareKey(join: Join): readonly [left: Expression, right: Expression] | undefined {
  if (join.joinType !== 'LeftAnti' || join.condition?.kind !== 'call' || join.condition.fn !== 'or')
    return undefined;
  const [equal, isnull] = join.condition.args as [Expression, Expression];
  if (equal.kind !== 'call' || equal.fn !== '=' || isnull.kind !== 'call' || isnull.fn !== 'isnull')
    return undefined;
  const [a, b] = equal.args as [Expression, Expression];
  if (canEvaluate(a, join.left) && canEvaluate(b, join.right)) return [a, b];
  return canEvaluate(b, join.left) && canEvaluate(a, join.right) ? [b, a] : undefined;
}

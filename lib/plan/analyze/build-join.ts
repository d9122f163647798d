import type { Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, and, withNullability } from '../expression/make.ts';
import type { JoinType, LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { widerType } from '../types/common-type.ts';
import { buildCall } from './build-call.ts';
import { castTo } from './casts.ts';
import type { Column, Reference } from './column.ts';
import { mapColumn } from './map-column.ts';
import { hiddenColumns, withMissing } from './missing-columns.ts';
import { isOpen, openColumn } from './open-columns.ts';
import { compare } from './operators.ts';
import { renewConflicting } from './renew-ids.ts';
import { resolveColumn, withoutAliases } from './resolve-column.ts';
import { inputScope, type Scope } from './scope.ts';
import { type Session, sameName } from './session.ts';

/** A join; the right side gets new ids where both share some. */
export function buildJoin(
  left: LogicalPlan,
  right: LogicalPlan,
  on: readonly string[] | Column | undefined,
  joinType: JoinType,
  session: Session,
  at: number,
  around?: Scope,
): LogicalPlan {
  const { plan, renewed } = renewConflicting(left, right, session);
  if (on === undefined) return { kind: 'Join', left, right: plan, joinType, condition: undefined, at };
  if (isNames(on)) return joinUsing(left, plan, on, joinType, session, at);
  const condition = referencesToSides(on, left, plan, renewed);
  const layers = [
    [...outputOf(left), ...outputOf(plan)],
    [...hiddenColumns(left), ...hiddenColumns(plan)],
  ];
  const scope = { ...inputScope(session, at, layers, around), inputs: [left, plan] };
  const resolved = withoutAliases(resolveColumn(condition, scope));
  return {
    kind: 'Join',
    left: withMissing(left, [resolved]),
    right: withMissing(plan, [resolved]),
    joinType: joinType === 'Cross' ? 'Inner' : joinType,
    condition: resolved,
    at,
  };
}

function isNames(on: readonly string[] | Column): on is readonly string[] {
  return Array.isArray(on);
}

/**
 * `df["a"] == df["a"]` in a join of a DataFrame with itself means one of each side (Dataset.resolveSelfJoinCondition);
 * other references go to the left side, or to the right side's new column when the left has no such one.
 */
function referencesToSides(
  condition: Column,
  left: LogicalPlan,
  right: LogicalPlan,
  renewed: ReadonlyMap<number, number>,
): Column {
  if (renewed.size === 0) return condition;
  const onLeft = new Set(outputOf(left).map((attribute) => attribute.id));
  const rightOf = (attribute: Attribute): Reference | undefined => {
    const id = renewed.get(attribute.id);
    const found = outputOf(right).find((each) => each.id === id);
    return found === undefined ? undefined : { kind: 'reference', attribute: found };
  };
  return mapColumn(condition, (column) => {
    if (column.kind === 'call' && (column.fn === '=' || column.fn === '==' || column.fn === '<=>')) {
      const [a, b] = column.args;
      if (a?.kind === 'reference' && b?.kind === 'reference' && a.attribute.id === b.attribute.id) {
        const other = rightOf(b.attribute);
        return other === undefined ? column : { ...column, args: [a, other] };
      }
    }
    if (column.kind !== 'reference' || onLeft.has(column.attribute.id)) return column;
    return rightOf(column.attribute) ?? column;
  });
}

/** The keys stand once in the output, those of the other side are hidden (ResolveNaturalAndUsingJoin). */
export function joinUsing(
  leftSide: LogicalPlan,
  rightSide: LogicalPlan,
  names: readonly string[],
  joinType: JoinType,
  session: Session,
  at: number,
): LogicalPlan {
  const leftKeys = names.map((name) => keyOf(leftSide, name, session, at));
  const rightKeys = names.map((name) => keyOf(rightSide, name, session, at));
  const present = (keys: readonly (Attribute | undefined)[]): readonly Attribute[] =>
    keys.filter((key) => key !== undefined);
  const left = withMissing(leftSide, present(leftKeys));
  const right = withMissing(rightSide, present(rightKeys));
  const rest = (plan: LogicalPlan, keys: readonly (Attribute | undefined)[]): readonly Attribute[] =>
    outputOf(plan).filter((attribute) => !keys.some((key) => key?.id === attribute.id));
  const pairs = leftKeys.flatMap((key, i): readonly Expression[] => {
    const other = rightKeys[i];
    return key === undefined || other === undefined ? [] : [compare('=', key, other, session.ansi)];
  });
  const condition = pairs.length === 0 ? undefined : pairs.reduce(and);
  const join: LogicalPlan = {
    kind: 'Join',
    left,
    right,
    joinType: joinType === 'Cross' ? 'Inner' : joinType,
    condition,
    at,
  };
  const sides = {
    leftKeys: present(leftKeys),
    rightKeys: present(rightKeys),
    leftRest: rest(left, leftKeys),
    rightRest: rest(right, rightKeys),
  };
  const open = isOpen(join) ? { open: true as const } : {};
  return { kind: 'Project', ...usingOutput(sides, joinType, session), ...open, child: join, at };
}

interface Sides {
  readonly leftKeys: readonly Attribute[];
  readonly rightKeys: readonly Attribute[];
  readonly leftRest: readonly Attribute[];
  readonly rightRest: readonly Attribute[];
}

function usingOutput(
  sides: Sides,
  joinType: JoinType,
  session: Session,
): { readonly list: readonly NamedExpression[]; readonly hidden: readonly Attribute[] } {
  const { leftKeys, rightKeys, leftRest, rightRest } = sides;
  const nullable = (attributes: readonly Attribute[]): readonly Attribute[] =>
    attributes.map((attribute) => withNullability(attribute, true));
  switch (joinType) {
    case 'LeftOuter':
      return { list: [...leftKeys, ...leftRest, ...nullable(rightRest)], hidden: nullable(rightKeys) };
    case 'LeftSemi':
    case 'LeftAnti':
      return { list: [...leftKeys, ...leftRest], hidden: [] };
    case 'RightOuter':
      return { list: [...rightKeys, ...nullable(leftRest), ...rightRest], hidden: nullable(leftKeys) };
    case 'FullOuter': {
      const keys = leftKeys.map((key, i) => coalesced(key, rightKeys[i] ?? key, session));
      const hidden = nullable([...leftKeys, ...rightKeys]);
      return { list: [...keys, ...nullable(leftRest), ...nullable(rightRest)], hidden };
    }
    default:
      return { list: [...leftKeys, ...leftRest, ...rightRest], hidden: rightKeys };
  }
}

function coalesced(left: Attribute, right: Attribute, session: Session): NamedExpression {
  const type = widerType(left.type, right.type, session.ansi) ?? left.type;
  const args = [withNullability(left, true), withNullability(right, true)].map((key) =>
    castTo(key, type, session.ansi),
  );
  return alias(buildCall('coalesce', args, session, 0), left.name, session.nextId());
}

function keyOf(plan: LogicalPlan, name: string, session: Session, at: number): Attribute | undefined {
  const found =
    outputOf(plan).find((attribute) => sameName(session, attribute.name, name)) ??
    openColumn(plan, name, undefined, session);
  if (found === undefined) {
    session.problems.push({
      at,
      what: `no column ${name} to join on`,
      effect: 'the join goes on without it',
    });
  }
  return found;
}

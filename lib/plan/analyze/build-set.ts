import type { Attribute, NamedExpression } from '../expression/expression.ts';
import { alias, literal, withNullability } from '../expression/make.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { widerType } from '../types/common-type.ts';
import { alignTypes } from './align-types.ts';
import { renewConflicting } from './renew-ids.ts';
import { type Session, sameName } from './session.ts';

/** Unions and the like: columns meet by position, in their common types (WidenSetOperationTypes). */
export function buildUnion(left: LogicalPlan, right: LogicalPlan, session: Session, at: number): LogicalPlan {
  const [first, second] = aligned(left, renewConflicting(left, right, session).plan, session);
  return { kind: 'Union', children: [first, second], output: outputOf(first), at };
}

/** unionByName (ResolveUnion): the right side in the left one's order; columns that a side lacks are null in it. */
export function buildUnionByName(
  left: LogicalPlan,
  right: LogicalPlan,
  allowMissing: boolean,
  session: Session,
  at: number,
): LogicalPlan {
  const other = renewConflicting(left, right, session).plan;
  const [lefts, rights] = [outputOf(left), outputOf(other)];
  const find = (attributes: readonly Attribute[], name: string): Attribute | undefined =>
    attributes.find((attribute) => sameName(session, attribute.name, name));
  const absent = (attribute: Attribute): NamedExpression =>
    alias(literal(null, attribute.type), attribute.name, session.nextId());
  const reordered = lefts.map((attribute) => {
    const found = find(rights, attribute.name);
    if (found === undefined && !allowMissing) {
      session.problems.push({
        at,
        what: `the right side of the union has no column ${attribute.name}`,
        effect: 'Spark refuses it; it is taken as null',
      });
    }
    return found ?? absent(attribute);
  });
  const extra = rights.filter((attribute) => find(lefts, attribute.name) === undefined);
  const first: LogicalPlan =
    extra.length === 0 ? left : { kind: 'Project', list: [...lefts, ...extra.map(absent)], child: left, at };
  const second: LogicalPlan = { kind: 'Project', list: [...reordered, ...extra], child: other, at };
  const [a, b] = aligned(first, second, session);
  return { kind: 'Union', children: [a, b], output: outputOf(a), at };
}

export function buildSetOperation(
  kind: 'Intersect' | 'Except',
  all: boolean,
  left: LogicalPlan,
  right: LogicalPlan,
  session: Session,
  at: number,
): LogicalPlan {
  const [first, second] = aligned(left, renewConflicting(left, right, session).plan, session);
  const others = outputOf(second);
  const output =
    kind === 'Except'
      ? outputOf(first)
      : outputOf(first).map((a, i) => withNullability(a, a.nullable && (others[i]?.nullable ?? true)));
  return { kind, all, left: first, right: second, output, at };
}

function aligned(
  left: LogicalPlan,
  right: LogicalPlan,
  session: Session,
): readonly [LogicalPlan, LogicalPlan] {
  const others = outputOf(right);
  const types = outputOf(left).map((attribute, i) => {
    const other = others[i];
    return other === undefined ? undefined : widerType(attribute.type, other.type, session.ansi);
  });
  return [alignTypes(left, types, session), alignTypes(right, types, session)];
}

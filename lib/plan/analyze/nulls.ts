import type { Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { alias, call, literal } from '../expression/make.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import type { DataType } from '../types/data-type.ts';
import { BOOLEAN, DOUBLE, INT, isIntegral, isNumeric, UNKNOWN } from '../types/names.ts';
import { castTo } from './casts.ts';
import type { Column } from './column.ts';
import { resolveColumn } from './resolve-column.ts';
import { inputScope } from './scope.ts';
import { type Session, sameName } from './session.ts';

/** DataFrameNaFunctions: drop, fill, replace. */
export function dropNulls(
  child: LogicalPlan,
  how: { readonly least: number } | 'any' | 'all',
  subset: readonly string[] | undefined,
  session: Session,
  at: number,
): LogicalPlan {
  const columns = chosen(child, subset, session);
  const least = how === 'any' ? columns.length : how === 'all' ? 1 : how.least;
  const condition = call('atleastnnonnulls', [literal(least, INT), ...columns], {
    type: BOOLEAN,
    nullable: false,
  });
  return { kind: 'Filter', condition, child, at };
}

function chosen(
  child: LogicalPlan,
  subset: readonly string[] | undefined,
  session: Session,
): readonly Attribute[] {
  const output = outputOf(child);
  if (subset === undefined) return output;
  return output.filter((attribute) => subset.some((name) => sameName(session, attribute.name, name)));
}

/** A value for each column, or one for all columns of its type. */
export function fillNulls(
  child: LogicalPlan,
  value: Column | Readonly<Record<string, Column>>,
  subset: readonly string[] | undefined,
  session: Session,
  at: number,
): LogicalPlan {
  const scope = inputScope(session, at, [outputOf(child)]);
  const columns = chosen(child, subset, session);
  const one = isColumn(value) ? asFloat(resolveColumn(value, scope)) : undefined;
  const named = isColumn(value) ? [] : Object.entries(value);
  const list = outputOf(child).map((attribute): NamedExpression => {
    const own = named.find(([name]) => sameName(session, name, attribute.name));
    if (own !== undefined) return filled(attribute, resolveColumn(own[1], scope), session);
    if (one === undefined || !columns.includes(attribute) || !takes(attribute, one)) return attribute;
    return filled(attribute, one, session);
  });
  return { kind: 'Project', list, child, at };
}

/** PySpark turns a whole number that fills all columns into a float. */
function asFloat(value: Expression): Expression {
  return value.kind === 'literal' && isIntegral(value.type) ? { ...value, type: DOUBLE } : value;
}

function isColumn(value: Column | Readonly<Record<string, Column>>): value is Column {
  return typeof (value as { readonly kind?: unknown }).kind === 'string';
}

/** Numbers fill numbers, text fills text, booleans fill booleans. */
function takes(attribute: Attribute, value: Expression): boolean {
  const [column, given] = [attribute.type, typeOf(value)];
  if (column.kind === 'unknown' || given.kind === 'unknown') return true;
  return isNumeric(given) ? isNumeric(column) : column.kind === given.kind;
}

/** `coalesce(column, value)`; in floating columns a NaN is no value either. */
function filled(attribute: Attribute, value: Expression, session: Session): NamedExpression {
  const { type } = attribute;
  const floating = type.kind === 'double' || type.kind === 'float';
  const nothing = literal(null, type);
  const present = floating ? call('nanvl', [attribute, nothing], { type, nullable: true }) : attribute;
  const replacement = castTo(value, type, session.ansi);
  const nullable = nullableOf(present) && nullableOf(replacement);
  const either = call('coalesce', [present, replacement], { type, nullable });
  return alias(either, attribute.name, session.nextId());
}

/** `replace`: which values stand for which is left open; the column is computed from itself. */
export function replaceValues(
  child: LogicalPlan,
  subset: readonly string[] | undefined,
  values: DataType | undefined,
  session: Session,
  at: number,
): LogicalPlan {
  const columns = chosen(child, subset, session);
  const list = outputOf(child).map((attribute): NamedExpression => {
    if (!columns.includes(attribute)) return attribute;
    if (values !== undefined && !takes(attribute, literal(null, values))) return attribute;
    const { type } = attribute;
    const anything = call('unknown', [], { type: UNKNOWN, nullable: true });
    const matches = call('=', [attribute, anything], { type: BOOLEAN, nullable: true });
    const replaced = call('case', [matches, literal('', type), attribute], {
      type,
      nullable: attribute.nullable,
    });
    return alias(replaced, attribute.name, session.nextId());
  });
  return { kind: 'Project', list, child, at };
}

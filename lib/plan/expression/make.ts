import type { DataType } from '../types/data-type.ts';
import { BIGINT, BOOLEAN, INT, STRING, VOID } from '../types/names.ts';
import type { Alias, Attribute, Call, Expression, Literal, NamedExpression } from './expression.ts';
import { nullableOf, typeOf } from './type-of.ts';

/** The smallest expressions, as rules need them. */
export function literal(value: string | number | boolean | null, type?: DataType): Literal {
  if (type !== undefined) return { kind: 'literal', value, type };
  if (value === null) return { kind: 'literal', value, type: VOID };
  if (typeof value === 'number') return { kind: 'literal', value, type: INT };
  return { kind: 'literal', value, type: typeof value === 'boolean' ? BOOLEAN : STRING };
}

export const TRUE: Literal = literal(true);
export const LONG_ONE: Literal = literal(1, BIGINT);

export interface CallParts {
  readonly type: DataType;
  readonly nullable: boolean;
  readonly role?: Call['role'];
}

export function call(fn: string, args: readonly Expression[], parts: CallParts): Call {
  const { type, nullable, role } = parts;
  return { kind: 'call', fn, args, type, nullable, role: role ?? 'scalar', deterministic: true };
}

/** A scalar call that is null when an operand is. */
function predicate(fn: string, args: readonly Expression[]): Call {
  return call(fn, args, { type: BOOLEAN, nullable: args.some(nullableOf) });
}

export function and(left: Expression, right: Expression): Expression {
  return predicate('and', [left, right]);
}

export function or(left: Expression, right: Expression): Expression {
  return predicate('or', [left, right]);
}

export function not(child: Expression): Expression {
  return predicate('not', [child]);
}

export function equal(left: Expression, right: Expression): Expression {
  return predicate('=', [left, right]);
}

export function nullSafeEqual(left: Expression, right: Expression): Expression {
  return call('<=>', [left, right], { type: BOOLEAN, nullable: false });
}

export function isNull(child: Expression): Expression {
  return call('isnull', [child], { type: BOOLEAN, nullable: false });
}

export function isNotNull(child: Expression): Expression {
  return call('isnotnull', [child], { type: BOOLEAN, nullable: false });
}

export function coalesce(args: readonly Expression[]): Expression {
  const type = args[0] === undefined ? VOID : typeOf(args[0]);
  return call('coalesce', args, { type, nullable: args.every(nullableOf) });
}

/** `a AND b AND …`; undefined for none. */
export function conjunction(conditions: readonly Expression[]): Expression | undefined {
  return conditions.length === 0 ? undefined : conditions.reduce(and);
}

/** The conditions that AND joins, in order (PredicateHelper.splitConjunctivePredicates). */
export function conjuncts(condition: Expression): readonly Expression[] {
  if (condition.kind !== 'call' || condition.fn !== 'and') return [condition];
  return condition.args.flatMap(conjuncts);
}

export function alias(child: Expression, name: string, id: number): Alias {
  return { kind: 'alias', child, name, id };
}

/** What later nodes see of it. */
export function toAttribute(named: NamedExpression): Attribute {
  if (named.kind === 'attribute') return named;
  return {
    kind: 'attribute',
    id: named.id,
    name: named.name,
    type: typeOf(named.child),
    nullable: nullableOf(named.child),
    qualifier: named.qualifier ?? [],
  };
}

export function isAggregate(expression: Expression): boolean {
  return (
    (expression.kind === 'call' && expression.role === 'aggregate') ||
    (expression.kind === 'python-udf' && expression.mode === 'grouped-aggregate')
  );
}

/** The attribute as an outer join or a union passes it on. */
export function withNullability(attribute: Attribute, nullable: boolean): Attribute {
  return attribute.nullable === nullable ? attribute : { ...attribute, nullable };
}

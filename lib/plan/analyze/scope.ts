import type { Attribute, Expression, NamedExpression } from '../expression/expression.ts';
import { call, literal, toAttribute } from '../expression/make.ts';
import { nullableOf, typeOf } from '../expression/type-of.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { arrayOf, STRING, UNKNOWN } from '../types/names.ts';
import type { Views } from './analyzer.ts';
import { openColumn } from './open-columns.ts';
import type { Session } from './session.ts';
import { newAttribute, sameName } from './session.ts';

/** Where the names of an expression are looked up (Spark's AttributeSeq and the rules around it). */
export interface Scope {
  readonly session: Session;
  readonly at: number;
  /** The input's columns first; then what can still be had from further down, nearest first. */
  readonly layers: readonly (readonly Attribute[])[];
  /** The plans whose columns the first layer has. */
  readonly inputs: readonly LogicalPlan[];
  readonly views: Views;
  /** Common table expressions by lower-case name: each reference makes its own copy. */
  readonly ctes: ReadonlyMap<string, () => LogicalPlan>;
  /** The query around a subquery. */
  readonly outer: Scope | undefined;
  /** Earlier columns of the same SELECT list, which later ones may use (lateral column aliases). */
  readonly lateral: LateralAliases | undefined;
  readonly lambda: ReadonlyMap<string, Attribute>;
  /** Over an aggregation: its input, which the arguments of aggregate functions in HAVING and ORDER BY mean first. */
  readonly aggregateInput?: readonly Attribute[];
}

export interface LateralAliases {
  readonly earlier: readonly NamedExpression[];
  /** Ids of aliases that were used. */
  readonly used: Set<number>;
}

export function inputScope(
  session: Session,
  at: number,
  layers: readonly (readonly Attribute[])[],
  around?: Scope,
): Scope {
  return {
    session,
    at,
    layers,
    inputs: [],
    views: around?.views ?? new Map(),
    ctes: around?.ctes ?? new Map(),
    outer: around?.outer,
    lateral: undefined,
    lambda: new Map(),
  };
}

/** What a name stands for; a name that nothing has becomes an unknown column, and a problem. */
export function resolveName(parts: readonly string[], scope: Scope): Expression {
  const found = lookUp(parts, scope) ?? lookUpOpen(parts, scope);
  if (found !== undefined) return found;
  const name = parts.join('.');
  scope.session.problems.push({
    at: scope.at,
    what: `no column ${name}`,
    effect: 'its type and where it comes from are unknown',
  });
  return newAttribute(scope.session, parts.at(-1) ?? name, UNKNOWN);
}

function lookUp(parts: readonly string[], scope: Scope): Expression | undefined {
  const parameter = scope.lambda.get((parts[0] ?? '').toLowerCase());
  if (parameter !== undefined) return fields(parameter, parts.slice(1), scope);
  for (const layer of scope.layers) {
    const found = findIn(parts, layer, scope);
    if (found !== undefined) return found;
  }
  const alias = lateralAlias(parts, scope);
  if (alias !== undefined) return alias;
  if (scope.outer === undefined) return undefined;
  const outside = lookUp(parts, scope.outer);
  return outside === undefined ? undefined : asOuter(outside);
}

/** A column of a source whose schema is not known, when nothing else has the name. */
function lookUpOpen(parts: readonly string[], scope: Scope): Expression | undefined {
  const [first = '', second] = parts;
  for (const input of second === undefined ? [] : scope.inputs) {
    const column = openColumn(input, second ?? first, first, scope.session);
    if (column !== undefined) return fields(column, parts.slice(2), scope);
  }
  for (const input of scope.inputs) {
    const column = openColumn(input, first, undefined, scope.session);
    if (column !== undefined) return fields(column, parts.slice(1), scope);
  }
  const outside = scope.outer === undefined ? undefined : lookUpOpen(parts, scope.outer);
  return outside === undefined ? undefined : asOuter(outside);
}

/** Attributes of the query around become outer references; what is already one stays. */
function asOuter(expression: Expression): Expression {
  if (expression.kind === 'attribute') return { kind: 'outer', attribute: expression };
  if (expression.kind !== 'call') return expression;
  return { ...expression, args: expression.args.map(asOuter) };
}

function lateralAlias(parts: readonly string[], scope: Scope): Expression | undefined {
  const { lateral, session } = scope;
  if (lateral === undefined) return undefined;
  const matches = lateral.earlier.filter(
    (named) => named.kind === 'alias' && sameName(session, named.name, parts[0] ?? ''),
  );
  const [alias] = matches;
  if (alias === undefined || matches.length > 1) return undefined;
  lateral.used.add(alias.id);
  return fields(toAttribute(alias), parts.slice(1), scope);
}

/** `t.a` before the field `a` of a column `t` (AttributeSeq.resolve). */
function findIn(
  parts: readonly string[],
  attributes: readonly Attribute[],
  scope: Scope,
): Expression | undefined {
  for (let qualifiers = Math.min(3, parts.length - 1); qualifiers >= 0; qualifiers -= 1) {
    const path = parts.slice(0, qualifiers);
    const name = parts[qualifiers] ?? '';
    const candidates = attributes.filter(
      (attribute) => sameName(scope.session, attribute.name, name) && hasQualifier(attribute, path, scope),
    );
    const [first] = candidates;
    if (first === undefined) continue;
    if (candidates.some((candidate) => candidate.id !== first.id)) reportAmbiguous(parts, scope);
    return fields(first, parts.slice(qualifiers + 1), scope);
  }
  return undefined;
}

/** The path is the end of what may stand before the name: `t` or `db.t` of `catalog.db.t`. */
export function hasQualifier(attribute: Attribute, path: readonly string[], scope: Scope): boolean {
  if (path.length === 0) return true;
  if (path.length > attribute.qualifier.length) return false;
  const end = attribute.qualifier.slice(attribute.qualifier.length - path.length);
  return path.every((part, i) => sameName(scope.session, part, end[i] ?? ''));
}

function reportAmbiguous(parts: readonly string[], scope: Scope): void {
  scope.session.problems.push({
    at: scope.at,
    what: `${parts.join('.')} is ambiguous`,
    effect: 'Spark refuses it; the first such column is taken',
  });
}

function fields(base: Expression, names: readonly string[], scope: Scope): Expression {
  return names.reduce((value, name) => fieldOf(value, name, scope.session), base);
}

/** `s.name`: a field, a field of every element of an array, or a map's value (Spark's ExtractValue). */
export function fieldOf(value: Expression, name: string, session: Session): Expression {
  const type = typeOf(value);
  const key = literal(name, STRING);
  switch (type.kind) {
    case 'struct': {
      const field = type.fields.find((each) => sameName(session, each.name, name));
      return call('.field', [value, literal(field?.name ?? name, STRING)], {
        type: field?.type ?? UNKNOWN,
        nullable: nullableOf(value) || (field?.nullable ?? true),
      });
    }
    case 'array': {
      const element = type.element;
      if (element.kind !== 'struct') break;
      const field = element.fields.find((each) => sameName(session, each.name, name));
      return call('.field', [value, key], {
        type: arrayOf(field?.type ?? UNKNOWN),
        nullable: nullableOf(value),
      });
    }
    case 'map':
      return call('[]', [value, key], { type: type.value, nullable: true });
  }
  return call('.field', [value, key], { type: UNKNOWN, nullable: true });
}

import type { Attribute, Expression, SortOrder } from '../expression/expression.ts';
import { call, literal } from '../expression/make.ts';
import { some, transformUp } from '../expression/traverse.ts';
import { typeOf } from '../expression/type-of.ts';
import { functionSpec } from '../functions/function-catalog.ts';
import { valueType } from '../functions/result-types.ts';
import { outputOf } from '../logical/output.ts';
import { comparisonType } from '../types/common-type.ts';
import type { DataType } from '../types/data-type.ts';
import { INT, UNKNOWN } from '../types/names.ts';
import { alignTypes } from './align-types.ts';
import { buildCall } from './build-call.ts';
import { castTo } from './casts.ts';
import type { Column, FunctionCall, Ordered, Over, QueryColumn, Reference, Star } from './column.ts';
import type { Scope } from './scope.ts';
import { hasQualifier, inputScope, resolveName } from './scope.ts';
import { newAttribute } from './session.ts';

/** Turns a column as it is written into an expression over the columns of a scope. */
export function resolveColumn(column: Column, scope: Scope): Expression {
  switch (column.kind) {
    case 'name':
      return resolveName(column.parts, scope);
    case 'reference':
      return resolveReference(column, scope);
    case 'star':
      return starAsOne(column, scope);
    case 'value':
      return { kind: 'literal', value: column.value, type: column.type };
    case 'call':
      return resolveCall(column, scope);
    case 'named':
      return {
        kind: 'alias',
        child: resolveColumn(column.child, scope),
        name: column.names[0] ?? '',
        id: scope.session.nextId(),
      };
    case 'cast-to': {
      const child = withoutAliases(resolveColumn(column.child, scope));
      const cast = { kind: 'cast', child, type: column.type } as const;
      return scope.session.ansi ? { ...cast, ansi: true } : cast;
    }
    case 'ordered':
      return resolveOrder(column, scope);
    case 'over':
      return resolveOver(column, scope);
    case 'lambda-column':
      return resolveLambda(column, [], scope);
    case 'lambda-parameter':
      return resolveName([column.name], scope);
    case 'udf':
      return {
        kind: 'python-udf',
        name: column.name,
        args: column.args.map((arg) => withoutAliases(resolveColumn(arg, scope))),
        type: column.type,
        mode: column.mode,
        deterministic: column.deterministic,
      };
    case 'query':
      return resolveSubquery(column, scope);
    case 'unknown':
      return call('unknown', resolveColumns(column.reads, scope), { type: UNKNOWN, nullable: true });
  }
}

/** A list of arguments, with stars as the columns they stand for. */
export function resolveColumns(columns: readonly Column[], scope: Scope): readonly Expression[] {
  return columns.flatMap((column) =>
    column.kind === 'star' ? starColumns(column, scope) : [resolveColumn(column, scope)],
  );
}

/** The input's columns that a star stands for; `s.*` of a struct its fields. */
export function starColumns(star: Star, scope: Scope): readonly Expression[] {
  const input = scope.layers[0] ?? [];
  if (star.of !== undefined) {
    return star.of.map((attribute) => resolveReference({ kind: 'reference', attribute }, scope));
  }
  const except = new Set((star.except ?? []).map((name) => name.toLowerCase()));
  const chosen = input.filter((attribute) => hasQualifier(attribute, star.qualifier, scope));
  if (chosen.length > 0 || star.qualifier.length === 0) {
    return chosen.filter((attribute) => !except.has(attribute.name.toLowerCase()));
  }
  const base = resolveName(star.qualifier, scope);
  const type = typeOf(base);
  if (type.kind !== 'struct') return [base];
  return type.fields.map((field) => ({
    kind: 'alias',
    child: resolveName([...star.qualifier, field.name], scope),
    name: field.name,
    id: scope.session.nextId(),
  }));
}

function starAsOne(star: Star, scope: Scope): Expression {
  return starColumns(star, scope)[0] ?? literal(1, INT);
}

/**
 * `df["a"]`: the same column wherever it still is. Where it is not, since a join renewed the ids or the program took a
 * column that is gone, its name decides.
 */
function resolveReference(reference: Reference, scope: Scope): Expression {
  const { attribute } = reference;
  for (const layer of scope.layers) {
    const found = byId(layer).get(attribute.id);
    if (found !== undefined) return found;
  }
  const named = scope.layers[0]?.find((each) => each.name === attribute.name);
  return named ?? attribute;
}

/** Of a layer of a scope, mostly a plan's columns: a wide DataFrame looks up all of them for each `withColumn`. */
const BY_ID = new WeakMap<
  readonly Attribute[],
  { readonly of: number; readonly columns: ReadonlyMap<number, Attribute> }
>();

function byId(layer: readonly Attribute[]): ReadonlyMap<number, Attribute> {
  const known = BY_ID.get(layer);
  // The columns of a source whose schema is not known become more.
  if (known?.of === layer.length) return known.columns;
  // Of two columns with one id the first counts.
  const columns = new Map(layer.toReversed().map((each) => [each.id, each]));
  BY_ID.set(layer, { of: layer.length, columns });
  return columns;
}

function resolveCall(column: FunctionCall, around: Scope): Expression {
  const { session, at } = around;
  const fn = column.fn.toLowerCase();
  const scope = functionSpec(fn)?.role === 'aggregate' ? insideAggregate(around) : around;
  const keepsNames = fn === 'struct' || fn === 'arrays_zip';
  const args =
    fn === 'count'
      ? countArguments(column, scope)
      : keepsNames
        ? resolveNamed(column, scope)
        : resolveArguments(column, scope);
  const built = buildCall(fn, keepsNames ? args : args.map(withoutAliases), session, at);
  if (built.kind !== 'call' || (column.distinct !== true && column.filter === undefined)) return built;
  return {
    ...built,
    ...(column.distinct === true ? { distinct: true } : {}),
    ...(column.filter === undefined ? {} : { filter: resolveColumn(column.filter, scope) }),
  };
}

/** Arguments that name fields: `s.a` names one `a`. */
function resolveNamed(column: FunctionCall, scope: Scope): readonly Expression[] {
  return column.args.flatMap((arg): readonly Expression[] => {
    const [only, ...others] = resolveColumns([arg], scope);
    if (only === undefined || others.length > 0 || arg.kind !== 'name' || only.kind === 'attribute') {
      return only === undefined ? [] : [only, ...others];
    }
    return [{ kind: 'alias', child: only, name: arg.parts.at(-1) ?? '', id: scope.session.nextId() }];
  });
}

function insideAggregate(scope: Scope): Scope {
  const { aggregateInput, ...rest } = scope;
  return aggregateInput === undefined ? scope : { ...rest, layers: [aggregateInput, ...scope.layers] };
}

/** `count(*)` counts ones. */
function countArguments(column: FunctionCall, scope: Scope): readonly Expression[] {
  const [only] = column.args;
  const all = column.args.length === 1 && only?.kind === 'star' && only.qualifier.length === 0;
  return all && column.distinct !== true ? [literal(1, INT)] : resolveColumns(column.args, scope);
}

/** Lambdas come last: the types of their parameters are those of the collections before them. */
function resolveArguments(column: FunctionCall, scope: Scope): readonly Expression[] {
  if (!column.args.some((arg) => arg.kind === 'lambda-column')) return resolveColumns(column.args, scope);
  const types: DataType[] = [];
  return column.args.map((arg) => {
    const resolved =
      arg.kind === 'lambda-column'
        ? resolveLambda(arg, parameterTypes(column.fn.toLowerCase(), types), scope)
        : resolveColumn(arg, scope);
    types.push(typeOf(resolved));
    return resolved;
  });
}

function parameterTypes(fn: string, before: readonly DataType[]): readonly DataType[] {
  const [first, second] = before;
  const element = valueType(first);
  switch (fn) {
    case 'aggregate':
    case 'reduce':
      return before.length === 2 ? [second ?? UNKNOWN, element] : [before[2] ?? UNKNOWN];
    case 'zip_with':
      return [element, valueType(second)];
    case 'map_filter':
    case 'transform_keys':
    case 'transform_values':
      return first?.kind === 'map' ? [first.key, first.value] : [];
    case 'map_zip_with':
      return first?.kind === 'map' ? [first.key, first.value, valueType(second)] : [];
    case 'array_sort':
      return [element, element];
    default:
      return [element, INT];
  }
}

function resolveLambda(
  column: Extract<Column, { kind: 'lambda-column' }>,
  types: readonly DataType[],
  scope: Scope,
): Expression {
  const params = column.params.map((name, i) => newAttribute(scope.session, name, types[i] ?? UNKNOWN));
  const lambda = new Map<string, Attribute>(scope.lambda);
  for (const param of params) lambda.set(param.name.toLowerCase(), param);
  return { kind: 'lambda', params, body: withoutAliases(resolveColumn(column.body, { ...scope, lambda })) };
}

/** A sort order; ascending with nulls first where nothing is said. */
export function resolveOrder(column: Column, scope: Scope): SortOrder {
  const ordered: Ordered =
    column.kind === 'ordered'
      ? column
      : { kind: 'ordered', child: column, direction: 'asc', nulls: undefined };
  return {
    kind: 'sort-order',
    child: withoutAliases(resolveColumn(ordered.child, scope)),
    direction: ordered.direction,
    nulls: ordered.nulls ?? (ordered.direction === 'asc' ? 'first' : 'last'),
  };
}

function resolveOver(column: Over, scope: Scope): Expression {
  const fn = withoutAliases(resolveColumn(column.fn, scope));
  const orderBy = column.orderBy.map((order) => resolveOrder(order, scope));
  return {
    kind: 'window',
    fn: withOrder(fn, orderBy),
    partitionBy: column.partitionBy.map((key) => withoutAliases(resolveColumn(key, scope))),
    orderBy,
    frame: column.frame,
  };
}

/** Ranks compare what the window is ordered by (ResolveWindowOrder). */
function withOrder(fn: Expression, orderBy: readonly SortOrder[]): Expression {
  if (fn.kind !== 'call' || !/^(rank|dense_rank|percent_rank)$/.test(fn.fn)) return fn;
  return { ...fn, args: orderBy.map((order) => order.child) };
}

function resolveSubquery(column: QueryColumn, scope: Scope): Expression {
  const inner: Scope = { ...inputScope(scope.session, scope.at, [], scope), outer: scope };
  const plan = scope.session.resolveQuery(column.query, inner);
  switch (column.use) {
    case 'scalar':
      return {
        kind: 'scalar-subquery',
        plan,
        id: scope.session.nextId(),
        type: outputOf(plan)[0]?.type ?? UNKNOWN,
      };
    case 'exists':
      return { kind: 'exists', plan };
    case 'in': {
      const values = column.values.map((value) => withoutAliases(resolveColumn(value, scope)));
      return inSubquery(values, plan, scope);
    }
  }
}

/** Both sides of IN get their common types (InSubquery in TypeCoercion). */
function inSubquery(
  values: readonly Expression[],
  plan: Parameters<typeof outputOf>[0],
  scope: Scope,
): Expression {
  const output = outputOf(plan);
  const { ansi } = scope.session;
  const types = values.map((value, i) => {
    const other = output[i];
    return other === undefined ? undefined : comparisonType(typeOf(value), other.type, ansi);
  });
  const aligned = alignTypes(plan, types, scope.session);
  return {
    kind: 'in-subquery',
    values: values.map((value, i) => {
      const type = types[i];
      return type === undefined ? value : castTo(value, type, ansi);
    }),
    plan: aligned,
    nullable: outputOf(aligned).some((attribute) => attribute.nullable),
  };
}

/** Aliases inside an expression name nothing (Spark's CleanupAliases). */
export function withoutAliases(expression: Expression): Expression {
  if (!some(expression, (each) => each.kind === 'alias')) return expression;
  return transformUp(expression, (each) => (each.kind === 'alias' ? each.child : each));
}

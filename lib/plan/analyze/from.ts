import type { Attribute } from '../expression/expression.ts';
import { alias, literal } from '../expression/make.ts';
import { referencedAttributes } from '../expression/traverse.ts';
import { functionSpec } from '../functions/function-catalog.ts';
import type { LogicalPlan } from '../logical/logical-plan.ts';
import { outputOf } from '../logical/output.ts';
import { STRING } from '../types/names.ts';
import { buildCall } from './build-call.ts';
import { buildJoin, joinUsing } from './build-join.ts';
import { generate } from './generators.ts';
import { pivotOver } from './pivot.ts';
import type { From } from './query.ts';
import { renewConflicting } from './renew-ids.ts';
import { resolveColumn, resolveColumns, withoutAliases } from './resolve-column.ts';
import { inputScope, type Scope } from './scope.ts';
import { nameIt, resolveList } from './select-list.ts';
import { sameName } from './session.ts';
import { range, relation } from './sources.ts';

/** The FROM clause: tables, subqueries and functions, joined; commas join without a condition. */
export function resolveFrom(list: readonly From[], scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const [first, ...rest] = list;
  if (first === undefined) return { kind: 'OneRowRelation', at };
  return rest.reduce(
    (left, from) =>
      lateral(left, from, scope) ??
      buildJoin(left, resolveOne(from, scope), undefined, 'Inner', session, at, scope),
    resolveOne(first, scope),
  );
}

function resolveOne(from: From, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  switch (from.kind) {
    case 'from-query':
      if (from.query.kind === 'values' && from.columnNames !== undefined) return inlineTable(from, scope);
      return named(scope.session.resolveQuery(from.query, scope), from.alias, from.columnNames, scope);
    case 'from-join':
      return resolveJoin(from, scope);
    case 'from-function':
      return named(tableFunction(from, scope), from.alias ?? from.fn, from.columnNames, scope);
    case 'from-pivot':
      return named(resolvePivot(from, scope), from.alias, undefined, scope);
    case 'from-sample': {
      const child = resolveOne(from.input, scope);
      return { kind: 'Sample', fraction: from.fraction, withReplacement: false, child, at };
    }
    default:
      session.problems.push({ at, what: 'a FROM clause that is not known', effect: 'it has no columns' });
      return { kind: 'OneRowRelation', at };
  }
}

function named(
  plan: LogicalPlan,
  name: string | undefined,
  columnNames: readonly string[] | undefined,
  scope: Scope,
): LogicalPlan {
  const renamed = columnNames === undefined ? plan : renamedColumns(plan, columnNames, scope);
  return name === undefined ? renamed : { kind: 'SubqueryAlias', alias: name, child: renamed, at: scope.at };
}

/** `VALUES … AS t(a, b)` names the columns of the rows themselves. */
function inlineTable(from: Extract<From, { kind: 'from-query' }>, scope: Scope): LogicalPlan {
  const plan = scope.session.resolveQuery(from.query, scope);
  if (plan.kind !== 'LocalRelation') return named(plan, from.alias, from.columnNames, scope);
  const output = plan.output.map((column, i) => ({ ...column, name: from.columnNames?.[i] ?? column.name }));
  return named({ ...plan, output }, from.alias, undefined, scope);
}

/** `AS t(a, b)`. */
export function renamedColumns(plan: LogicalPlan, names: readonly string[], scope: Scope): LogicalPlan {
  const list = outputOf(plan).map((attribute, i) =>
    alias(attribute, names[i] ?? attribute.name, scope.session.nextId()),
  );
  return { kind: 'Project', list, child: plan, at: scope.at };
}

function resolveJoin(from: Extract<From, { kind: 'from-join' }>, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const left = resolveOne(from.left, scope);
  const beside = lateral(left, from.right, scope);
  if (beside !== undefined) return beside;
  const right = resolveOne(from.right, scope);
  if (from.using === undefined) return buildJoin(left, right, from.on, from.joinType, session, at, scope);
  const names = from.using === 'natural' ? commonNames(left, right, scope) : from.using;
  const other = renewConflicting(left, right, session).plan;
  return joinUsing(left, other, names, from.joinType, session, at);
}

function commonNames(left: LogicalPlan, right: LogicalPlan, scope: Scope): readonly string[] {
  const others = outputOf(right);
  return outputOf(left)
    .filter((attribute) => others.some((other) => sameName(scope.session, other.name, attribute.name)))
    .map((attribute) => attribute.name);
}

/** What may use the columns to its left: LATERAL subqueries, and generators, which become a node over the left side. */
function lateral(left: LogicalPlan, from: From, scope: Scope): LogicalPlan | undefined {
  const { session, at } = scope;
  if (from.kind === 'from-function') {
    if (functionSpec(from.fn.toLowerCase())?.role !== 'generator') return undefined;
    const inner = inputScope(session, at, [outputOf(left)], scope);
    const call = buildCall(from.fn, resolveColumns(from.args, inner).map(withoutAliases), session, at);
    if (call.kind !== 'call' || call.role !== 'generator') return undefined;
    if (referencedAttributes(call).length === 0) return undefined;
    const node = generate(call, from.columnNames ?? [], left, session, at);
    const qualifier = from.alias === undefined ? [] : [from.alias];
    return { ...node, generatorOutput: node.generatorOutput.map((a) => ({ ...a, qualifier })) };
  }
  if (from.kind !== 'from-query' || from.lateral !== true) return undefined;
  const around = inputScope(session, at, [outputOf(left)], scope);
  const plan = session.resolveQuery(from.query, { ...scope, outer: around });
  const right = renewConflicting(left, named(plan, from.alias, from.columnNames, scope), session).plan;
  return {
    kind: 'Opaque',
    what: 'lateral join',
    output: [...outputOf(left), ...outputOf(right)],
    children: [left, right],
    at,
  };
}

function tableFunction(from: Extract<From, { kind: 'from-function' }>, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const args = resolveColumns(from.args, inputScope(session, at, [], scope)).map(withoutAliases);
  if (from.fn.toLowerCase() === 'range') {
    const numbers = args.map((arg) => (arg.kind === 'literal' ? Number(arg.value) : 0));
    const [a = 0, b, step = 1, slices] = numbers;
    return b === undefined ? range(0, a, 1, undefined, session, at) : range(a, b, step, slices, session, at);
  }
  const call = buildCall(from.fn, args, session, at);
  if (call.kind === 'call' && call.role === 'generator') {
    return generate(call, from.columnNames ?? [], { kind: 'OneRowRelation', at }, session, at);
  }
  return { kind: 'Opaque', what: from.fn, output: [], children: [], at };
}

/** SQL's PIVOT groups by all columns that neither it nor its aggregates name. */
function resolvePivot(from: Extract<From, { kind: 'from-pivot' }>, scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const child = resolveOne(from.input, scope);
  const inner = inputScope(session, at, [outputOf(child)], scope);
  const aggregates = resolveList(from.aggregates, inner, new Set()).filter(
    (item) => item.kind !== 'generator',
  );
  const [first] = from.column;
  const column =
    first === undefined
      ? alias(literal('', STRING), '', session.nextId())
      : nameIt(resolveColumn(first, inner), session);
  const read = new Set<number>();
  for (const each of [column, ...aggregates]) {
    for (const attribute of referencedAttributes(each)) read.add(attribute.id);
  }
  const keys = outputOf(child).filter((attribute: Attribute) => !read.has(attribute.id));
  const values = from.values.map((value) => ({
    value: withoutAliases(resolveColumn(value.kind === 'named' ? value.child : value, inner)),
    name: value.kind === 'named' ? value.names[0] : undefined,
  }));
  return pivotOver(child, keys, column, values, aggregates, inner);
}

/** A common table expression, a temp view, files named by their path, or a table of the catalog, in this order. */
export function resolveTable(parts: readonly string[], scope: Scope): LogicalPlan {
  const { session, at } = scope;
  const [first = '', second] = parts;
  const name = parts.at(-1) ?? first;
  const cte = parts.length === 1 ? scope.ctes.get(name.toLowerCase()) : undefined;
  if (cte !== undefined) return { kind: 'SubqueryAlias', alias: name, child: cte(), at };
  const view = scope.views.get(parts.join('.').toLowerCase()) ?? scope.views.get(name.toLowerCase());
  if (view !== undefined) return { kind: 'SubqueryAlias', alias: name, child: view, at };
  if (second !== undefined && FILE_FORMATS.has(first.toLowerCase())) {
    return relation({ source: second, format: first.toLowerCase(), fields: undefined }, session, at);
  }
  const source = parts.join('.');
  const format = session.catalog[source]?.format ?? 'table';
  const table = relation({ source, format, fields: undefined }, session, at);
  return { kind: 'SubqueryAlias', alias: name, child: table, at };
}

const FILE_FORMATS: ReadonlySet<string> = new Set([
  'parquet',
  'orc',
  'csv',
  'json',
  'text',
  'avro',
  'delta',
  'binaryfile',
]);

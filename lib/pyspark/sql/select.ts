import type { Column } from '#lib/plan/analyze/column.ts';
import type { Ordering, Query, Select, Values, WindowSpec, With } from '#lib/plan/analyze/query.ts';
import { readColumn, readColumns } from './expression.ts';
import { readFrom, readLateralView, readRelation } from './from.ts';
import { readGroupBy } from './grouping.ts';
import { readHints } from './hints.ts';
import { type Body, bodyOf, kindOf, type Tree } from './library.ts';
import { nameOf, optionalName, type Reader } from './reader.ts';
import { operationOf, readCombined } from './set-operations.ts';
import { HINTS, type Spelling } from './spelling.ts';
import { wholeOf } from './whole.ts';
import { readOrdered, readWindow } from './windows.ts';

/** Reads the library's tree of a query. */
export function readQuery(tree: Tree, spelling: Spelling, problem: (message: string) => void): Query {
  const reader: Reader = {
    spelling,
    windows: new Map(),
    lambdas: new Set(),
    query: (subquery) => query(subquery, reader),
    problem,
  };
  return query(tree, reader);
}

/** Reads columns as they stand in a SELECT list; undefined when the tree is more than a list. */
export function readSelectList(
  tree: Tree,
  spelling: Spelling,
  problem: (message: string) => void,
): readonly Column[] | undefined {
  const read = readQuery(tree, spelling, problem);
  return read.kind === 'select' && read.from.length === 0 && read.where === undefined
    ? read.columns
    : undefined;
}

function query(tree: Tree, reader: Reader): Query {
  const select = bodyOf(tree, 'select');
  if (select !== undefined) return readSelect(select, reader);
  const operation = operationOf(tree);
  if (operation !== undefined) {
    const combined = readCombined(tree, operation, (operand) => query(operand, reader));
    const { limit, offset } = operation;
    return around(combined, { ...operation, limit, offset }, reader);
  }
  const subquery = bodyOf(tree, 'subquery');
  if (subquery !== undefined) {
    const inner = query(subquery.this, reader);
    const limits = { limit: subquery.limit?.this ?? null, offset: subquery.offset?.this ?? null };
    return around(inner, { ...subquery, ...limits, with: null }, reader);
  }
  const values = bodyOf(tree, 'values');
  if (values !== undefined) return readValues(values, reader);
  if (kindOf(tree) === 'table') return wholeOf([readRelation(tree, reader)]);
  reader.problem(`Cannot read ${kindOf(tree).replaceAll('_', ' ')} as a query.`);
  return { kind: 'values', rows: [] };
}

function readSelect(body: Body<'select'>, outer: Reader): Query {
  const reader = { ...outer, windows: namedWindows(body, outer), lambdas: new Set<string>() };
  if (body.expressions.length === 0) outer.problem('This SELECT has no columns.');
  const where = body.where_clause?.this;
  const having = body.having?.this;
  const qualify = body.qualify?.this;
  const select: Select = {
    kind: 'select',
    distinct: body.distinct,
    columns: readColumns(body.expressions, reader),
    from: readFrom(body.from?.expressions ?? [], body.joins, reader),
    lateralViews: body.lateral_views.map((view) => readLateralView(view, reader)),
    where: where && readColumn(where, reader),
    groupBy: body.group_by === null ? undefined : readGroupBy(body.group_by, reader),
    having: having && readColumn(having, reader),
    qualify: qualify && readColumn(qualify, reader),
    windows: Object.fromEntries(reader.windows),
    hints: (body.hint?.expressions ?? []).flatMap((hint) => readHints(commentsOf(hint, reader.spelling))),
  };
  const limits = { limit: body.limit?.this ?? null, offset: body.offset?.this ?? null };
  return around(select, { ...body, ...limits }, reader);
}

function commentsOf(hint: NonNullable<Body<'select'>['hint']>['expressions'][number], spelling: Spelling) {
  const [text] = Object.values(hint);
  const index = typeof text === 'string' ? Number(text.trim().slice(HINTS.length)) : -1;
  return spelling.hints[index] ?? [];
}

/** A window may build on one defined before it. */
function namedWindows(body: Body<'select'>, outer: Reader): ReadonlyMap<string, WindowSpec> {
  const windows = new Map<string, WindowSpec>();
  for (const { name, spec } of body.windows ?? [])
    windows.set(nameOf(name).toLowerCase(), readWindow(spec, { ...outer, windows }, readColumn));
  return windows;
}

function readValues(body: Body<'values'>, reader: Reader): Query {
  // A row of one column may come in brackets.
  const rows = body.expressions.map(({ expressions }) => {
    const [only] = expressions;
    const tuple = expressions.length === 1 ? bodyOf(only, 'tuple') : undefined;
    return readColumns(tuple?.expressions ?? expressions, reader);
  });
  const values: Values = { kind: 'values', rows };
  if (body.alias === null) return values;
  const columnNames = body.column_aliases.map(nameOf);
  const alias = optionalName(body.alias);
  return wholeOf([
    { kind: 'from-query', query: values, alias, ...(columnNames.length > 0 && { columnNames }) },
  ]);
}

interface Around {
  readonly order_by?: Body<'select'>['order_by'];
  readonly sort_by?: Body<'select'>['sort_by'];
  readonly distribute_by?: Body<'select'>['distribute_by'];
  readonly cluster_by?: Body<'select'>['cluster_by'];
  readonly limit: Tree | null;
  readonly offset: Tree | null;
  readonly with: Body<'select'>['with'];
}

/** ORDER BY and its kin, LIMIT, and WITH around a query. */
function around(input: Query, body: Around, reader: Reader): Query {
  const limit = rowsOf(body.limit);
  const offset = rowsOf(body.offset);
  const ordering: Ordering = {
    kind: 'ordering',
    input,
    orderBy: (body.order_by?.expressions ?? []).map((order) => readOrdered(order, reader, readColumn)),
    sortBy: (body.sort_by?.expressions ?? []).map((order) => readOrdered(order, reader, readColumn)),
    distributeBy: readColumns(body.distribute_by?.expressions ?? [], reader),
    clusterBy: (body.cluster_by?.expressions ?? []).map((order) => readColumn(order.this, reader)),
    limit: limit === 'unknown' ? undefined : limit,
    offset: offset === 'unknown' ? undefined : offset,
    ...(limit === 'unknown' && { limitUnknown: true }),
    ...(offset === 'unknown' && { offsetUnknown: true }),
  };
  const orders =
    limit !== undefined ||
    offset !== undefined ||
    [ordering.orderBy, ordering.sortBy, ordering.distributeBy, ordering.clusterBy].some(
      ({ length }) => length > 0,
    );
  const ordered = orders ? ordering : input;
  return body.with === null || body.with === undefined ? ordered : readWith(body.with, ordered, reader);
}

function rowsOf(tree: Tree | null): number | 'unknown' | undefined {
  if (tree === null || bodyOf(tree, 'column')?.name.name.toUpperCase() === 'ALL') return undefined;
  const literal = bodyOf(tree, 'literal');
  return literal?.literal_type === 'number' ? Number(literal.value) : 'unknown';
}

function readWith(body: NonNullable<Body<'select'>['with']>, of: Query, reader: Reader): With {
  if (body.recursive) reader.problem('Recursive queries are read as if they ran once.');
  const ctes = body.ctes.map((cte) => {
    const columnNames = cte.columns.map(nameOf);
    const inner = query(cte.this, { ...reader, windows: new Map() });
    return { name: nameOf(cte.alias), query: inner, ...(columnNames.length > 0 && { columnNames }) };
  });
  return { kind: 'with', ctes, body: of };
}

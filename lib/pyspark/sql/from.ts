import type { From, Query, TableReference } from '#lib/plan/analyze/query.ts';
import type { JoinType } from '#lib/plan/logical/logical-plan.ts';
import { readColumn, readColumns } from './expression.ts';
import { type Body, bodyOf, type Identifier, kindOf, type Tree } from './library.ts';
import { readPivot, readUnpivot } from './pivot.ts';
import { nameOf, optionalName, partsOf, plainName, type Reader } from './reader.ts';
import { wholeOf } from './whole.ts';

type JoinBody = Body<'select'>['joins'][number];

/**
 * The relations of FROM. In Spark a join behind a comma joins everything before it: `a, b JOIN c` is `(a, b) JOIN c`.
 */
export function readFrom(
  relations: readonly Tree[],
  joins: readonly JoinBody[],
  reader: Reader,
): readonly From[] {
  let found = relations.map((tree) => readRelation(tree, reader));
  for (const join of joins) {
    const left = found.length === 0 ? undefined : found.reduce(everyPair);
    if (join.kind === 'Implicit' || left === undefined) found.push(readRelation(join.this, reader));
    else found = [readJoin(left, join, reader)];
  }
  return found;
}

function everyPair(left: From, right: From): From {
  return { kind: 'from-join', left, right, joinType: 'Inner', on: undefined, using: undefined };
}

const JOIN_TYPES: Readonly<Record<string, JoinType>> = {
  Inner: 'Inner',
  Natural: 'Inner',
  Cross: 'Cross',
  Left: 'LeftOuter',
  NaturalLeft: 'LeftOuter',
  Right: 'RightOuter',
  NaturalRight: 'RightOuter',
  Full: 'FullOuter',
  Outer: 'FullOuter',
  NaturalFull: 'FullOuter',
  Semi: 'LeftSemi',
  LeftSemi: 'LeftSemi',
  Anti: 'LeftAnti',
  LeftAnti: 'LeftAnti',
};

function readJoin(left: From, join: JoinBody, reader: Reader): From {
  const joinType = JOIN_TYPES[join.kind];
  if (joinType === undefined) reader.problem(`Spark has no ${join.kind} join.`);
  return {
    kind: 'from-join',
    left,
    right: readRelation(join.this, reader),
    joinType: joinType ?? 'Inner',
    on: join.on === null ? undefined : readColumn(join.on, reader),
    using: join.kind.startsWith('Natural')
      ? 'natural'
      : join.using.length > 0
        ? join.using.map(nameOf)
        : undefined,
  };
}

export function readRelation(tree: Tree, reader: Reader): From {
  const table = bodyOf(tree, 'table');
  if (table !== undefined) return readTable(table);
  const subquery = bodyOf(tree, 'subquery');
  if (subquery !== undefined) return readSubquery(subquery, reader);
  const joined = bodyOf(tree, 'joined_table');
  if (joined !== undefined) return readJoined(joined, reader);
  const values = bodyOf(tree, 'values');
  if (values !== undefined)
    return fromQuery(
      reader.query({ values: { ...values, alias: null } }),
      optionalName(values.alias),
      values.column_aliases.map(nameOf),
    );
  const pivot = bodyOf(tree, 'pivot');
  if (pivot !== undefined) return readPivot(pivot, readRelation(pivot.this, reader), reader);
  const unpivot = bodyOf(tree, 'unpivot');
  if (unpivot !== undefined) return readUnpivot(unpivot, readRelation(unpivot.this, reader), reader);
  const lateral = bodyOf(tree, 'lateral');
  if (lateral !== undefined) {
    const alias = lateral.alias === null ? undefined : plainName(lateral.alias);
    return readFunction(lateral.this, alias, lateral.column_aliases ?? [], true, reader);
  }
  const paren = bodyOf(tree, 'paren');
  if (paren !== undefined) return readRelation(paren.this, reader);
  const alias = bodyOf(tree, 'alias');
  if (alias !== undefined)
    return readFunction(
      alias.this,
      optionalName(alias.alias),
      alias.column_aliases.map(nameOf),
      false,
      reader,
    );
  return readFunction(tree, undefined, [], false, reader);
}

function readTable(body: Body<'table'>): From {
  const parts = [body.catalog, body.schema, body.name].flatMap((part) =>
    part === null ? [] : partsOf(part),
  );
  const alias = optionalName(body.alias);
  const table = fromQuery({ kind: 'table', parts }, alias, body.column_aliases.map(nameOf));
  return body.table_sample === null || body.table_sample === undefined
    ? table
    : sampled(table, body.table_sample);
}

function sampled(input: From, sample: NonNullable<Body<'table'>['table_sample']>): From {
  const size = numberOf(sample.size);
  const of = numberOf(sample.bucket_denominator);
  if (size !== undefined && of !== undefined) return { kind: 'from-sample', input, fraction: size / of };
  const fraction = sample.is_percent && size !== undefined ? size / 100 : undefined;
  return { kind: 'from-sample', input, fraction };
}

function numberOf(tree: Tree | null): number | undefined {
  const literal = bodyOf(tree, 'literal');
  return literal === undefined ? undefined : Number(literal.value);
}

function readSubquery(body: Body<'subquery'>, reader: Reader): From {
  const alias = optionalName(body.alias);
  const columnNames = body.column_aliases.map(nameOf);
  // Brackets around relations, not around a query.
  if (/^(table|joined_table|paren|function|alias|pivot|unpivot|lateral)$/.test(kindOf(body.this))) {
    const inner = readRelation(body.this, reader);
    return alias === undefined ? inner : fromQuery(wholeOf([inner]), alias, columnNames);
  }
  const query = reader.query({ subquery: { ...body, alias: null } });
  return { ...fromQuery(query, alias, columnNames), ...(body.lateral && { lateral: true }) };
}

function readJoined(body: Body<'joined_table'>, reader: Reader): From {
  const [joined] = readFrom([body.left], body.joins, reader);
  const alias = optionalName(body.alias);
  return alias === undefined && joined !== undefined
    ? joined
    : fromQuery(wholeOf(joined === undefined ? [] : [joined]), alias, []);
}

/** Table functions; IDENTIFIER('t') names a table. */
function readFunction(
  tree: Tree,
  alias: string | undefined,
  columnNames: readonly string[],
  lateral: boolean,
  reader: Reader,
): From {
  const made = bodyOf(tree, 'function');
  const names = columnNames.map(plainName);
  if (made === undefined) {
    if ('subquery' in tree) return fromQuery(reader.query(tree), alias, names);
    if ('paren' in tree) return fromQuery(wholeOf([readRelation(tree, reader)]), alias, names);
    const table = readColumn(tree, reader);
    if (table.kind === 'name') return fromQuery({ kind: 'table', parts: table.parts }, alias, names);
    reader.problem(`Cannot read ${kindOf(tree).replaceAll('_', ' ')} after FROM.`);
    return fromQuery({ kind: 'table', parts: [`(${kindOf(tree)})`] }, alias, names);
  }
  const args = readColumns(
    made.args.filter((arg) => !('table_argument' in arg)),
    reader,
  );
  const fn = plainName(made.name).toLowerCase();
  const [first] = args;
  if (fn === 'identifier' && first?.kind === 'value')
    return fromQuery(tableNamed(String(first.value)), alias, names);
  return {
    kind: 'from-function',
    fn,
    args,
    alias,
    ...(names.length > 0 && { columnNames: names }),
    ...(lateral && { lateral }),
  };
}

function tableNamed(path: string): TableReference {
  return { kind: 'table', parts: path.split('.') };
}

function fromQuery(query: Query, alias: string | undefined, columnNames: readonly string[]) {
  return {
    kind: 'from-query' as const,
    query,
    alias,
    ...(columnNames.length > 0 && { columnNames }),
  };
}

export function readLateralView(body: Body<'select'>['lateral_views'][number], reader: Reader) {
  return {
    generator: readColumn(body.this, reader),
    outer: body.outer,
    tableAlias: optionalName(body.table_alias as Identifier | null) ?? '',
    columnNames: body.column_aliases.map(nameOf),
  };
}

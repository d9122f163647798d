import type { Column } from '#lib/plan/analyze/column.ts';
import type { From } from '#lib/plan/analyze/query.ts';
import { INT } from '#lib/plan/types/names.ts';
import { readColumn, readColumns } from './expression.ts';
import { type Body, bodyOf, type Tree } from './library.ts';
import { stringValue } from './literals.ts';
import { call, nameOf, not, optionalName, type Reader } from './reader.ts';
import { wholeOf } from './whole.ts';

export function readPivot(body: Body<'pivot'>, input: From, reader: Reader): From {
  const choice = bodyOf(body.fields[0], 'in');
  const columns = choice === undefined ? [] : (bodyOf(choice.this, 'tuple')?.expressions ?? [choice.this]);
  return {
    kind: 'from-pivot',
    input,
    aggregates: readColumns(body.expressions, reader),
    column: readColumns(columns, reader),
    values: readColumns(choice?.expressions ?? [], reader),
    alias: optionalName(body.alias),
  };
}

/**
 * UNPIVOT (v FOR name IN (a, b)) keeps the other columns and gives a row per listed one. Spark expands each row; a
 * generator does the same without moving rows either: SELECT * EXCEPT (a, b) … LATERAL VIEW stack(2, 'a', a, 'b', b).
 */
export function readUnpivot(body: Body<'unpivot'>, input: From, reader: Reader): From {
  const valueNames = [body.value_column, ...(body.extra_value_columns ?? [])].map(nameOf);
  const sources = body.columns.map((tree) => source(tree, reader));
  const generator = call(
    'stack',
    { kind: 'value', value: sources.length, type: INT },
    ...sources.flatMap(({ label, columns }) => [stringValue(label), ...columns]),
  );
  const except = sources.flatMap(({ columns }) => columns.flatMap((column) => lastPart(column) ?? []));
  const empty = valueNames
    .map((name) => call('isnull', { kind: 'name', parts: [name] }))
    .reduce((left, right) => call('and', left, right));
  const query = {
    ...wholeOf([input]),
    columns: [{ kind: 'star', qualifier: [], except } as const],
    lateralViews: [
      { generator, outer: false, tableAlias: '', columnNames: [nameOf(body.name_column), ...valueNames] },
    ],
    where: body.include_nulls === true ? undefined : not(empty),
  };
  return { kind: 'from-query', query, alias: optionalName(body.alias) };
}

function source(tree: Tree, reader: Reader): { readonly label: string; readonly columns: readonly Column[] } {
  const aliased = readAlias(tree, reader);
  const of = aliased?.of ?? tree;
  const columns = readColumns(bodyOf(of, 'tuple')?.expressions ?? [of], reader);
  return { label: aliased?.label ?? columns.flatMap((column) => lastPart(column) ?? []).join('_'), columns };
}

function readAlias(tree: Tree, reader: Reader): { readonly of: Tree; readonly label: string } | undefined {
  const of = bodyOf(tree, 'pivot_alias')?.this ?? bodyOf(tree, 'alias')?.this;
  if (of === undefined) return undefined;
  const named = readColumn(tree, reader);
  return { of, label: named.kind === 'named' ? (named.names[0] ?? '') : '' };
}

function lastPart(column: Column): string | undefined {
  return column.kind === 'name' ? column.parts.at(-1) : undefined;
}

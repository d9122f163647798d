import type { Column } from '#lib/plan/analyze/column.ts';
import type { From, GroupBy, Query, Select, WindowSpec } from '#lib/plan/analyze/query.ts';
import { typeName } from '#lib/plan/types/data-type.ts';
import { parseExpression, parseSql } from './parse-sql.ts';
import type { Statement } from './parsed-sql.ts';

/** What a query was read as, in one line: clauses in the order in which they are applied, calls as `fn(args)`. */
export function readAs(text: string): string {
  const { statements, problems } = parseSql(text);
  return [...statements.map(printStatement), ...problems.map(({ message }) => `! ${message}`)].join(' ; ');
}

export function readColumnAs(text: string): string {
  const column = parseExpression(text);
  return 'message' in column ? `! ${column.message}` : print(column);
}

function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'query':
      return printQuery(statement.query);
    case 'create-view': {
      const words = [
        statement.replace && 'replace',
        statement.global && 'global',
        statement.temporary && 'temp',
      ];
      const columns = statement.columnNames === undefined ? '' : `(${statement.columnNames})`;
      return `${words.filter(Boolean).join(' ')} view ${dotted(statement.name)}${columns} = ${printQuery(statement.query)}`;
    }
    case 'create-table': {
      const { partitionBy, bucketBy } = statement;
      const parts = partitionBy.length === 0 ? '' : ` partitioned by ${partitionBy}`;
      const buckets = bucketBy === undefined ? '' : ` in ${bucketBy.count} buckets by ${bucketBy.columns}`;
      return `table ${dotted(statement.name)} as ${statement.format}${parts}${buckets} = ${printQuery(statement.query)}`;
    }
    case 'insert': {
      const target = `${statement.directory ? 'directory ' : ''}${dotted(statement.target)}`;
      const parts = statement.partitionBy.length === 0 ? '' : ` partition ${statement.partitionBy}`;
      return `${statement.overwrite ? 'overwrite' : 'insert into'} ${target}${parts} = ${printQuery(statement.query)}`;
    }
    case 'merge': {
      const on = statement.on === undefined ? '' : ` on ${print(statement.on)}`;
      return `merge ${printQuery(statement.source)} into ${dotted(statement.target)}${on}`;
    }
    case 'cache': {
      const query = statement.query === undefined ? '' : ` = ${printQuery(statement.query)}`;
      return `cache ${statement.lazy ? 'lazily ' : ''}${dotted(statement.name)}${query}`;
    }
    case 'set':
      return `set ${statement.key} = ${statement.value}`;
    case 'drop':
      return `drop ${statement.what} ${dotted(statement.name)}`;
    case 'other':
      return `other: ${statement.what}`;
    default:
      return `${statement.kind} ${dotted(statement.name)}`;
  }
}

function dotted(parts: readonly string[]): string {
  return parts.map((part) => (/^\w+$/.test(part) ? part : `\`${part}\``)).join('.');
}

function printQuery(query: Query): string {
  switch (query.kind) {
    case 'select':
      return printSelect(query);
    case 'table':
      return dotted(query.parts);
    case 'values':
      return `values ${query.rows.map((row) => `(${list(row)})`).join(', ')}`;
    case 'combined': {
      const words = [query.operator, query.all && 'all', query.byName === true && 'by name']
        .filter(Boolean)
        .join(' ');
      return `{${printQuery(query.left)} ${words} ${printQuery(query.right)}}`;
    }
    case 'with': {
      const ctes = query.ctes.map(
        (cte) =>
          `${cte.name}${cte.columnNames === undefined ? '' : `(${cte.columnNames})`} = {${printQuery(cte.query)}}`,
      );
      return `with ${ctes.join(', ')} do ${printQuery(query.body)}`;
    }
    case 'ordering':
      return [
        `{${printQuery(query.input)}}`,
        clause('distribute by', query.distributeBy),
        clause('sort by', query.sortBy),
        clause('cluster by', query.clusterBy),
        clause('order by', query.orderBy),
        query.limitUnknown === true ? 'limit ?' : query.limit === undefined ? '' : `limit ${query.limit}`,
        query.offsetUnknown === true
          ? 'offset ?'
          : query.offset === undefined
            ? ''
            : `offset ${query.offset}`,
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'plan':
      return 'plan';
  }
}

function printSelect(select: Select): string {
  const views = select.lateralViews.map(
    (view) =>
      `lateral view ${view.outer ? 'outer ' : ''}${print(view.generator)} ${view.tableAlias}(${view.columnNames})`,
  );
  return [
    `select${select.distinct ? ' distinct' : ''} ${list(select.columns)}`,
    ...select.hints.map((hint) => `hint ${hint.name}(${list(hint.args)})`),
    select.from.length === 0 ? '' : `from ${select.from.map(printFrom).join(', ')}`,
    ...views,
    select.where === undefined ? '' : `where ${print(select.where)}`,
    select.groupBy === undefined ? '' : printGroupBy(select.groupBy),
    select.having === undefined ? '' : `having ${print(select.having)}`,
    select.qualify === undefined ? '' : `qualify ${print(select.qualify)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function printGroupBy({ columns, mode, sets }: GroupBy): string {
  if (mode === 'plain') return `group by ${list(columns)}`;
  const shown = sets === undefined ? '' : ` ${JSON.stringify(sets)}`;
  return `group by ${mode}(${list(columns)})${shown}`;
}

function printFrom(from: From): string {
  switch (from.kind) {
    case 'from-query': {
      const inner = printQuery(from.query);
      const of = from.query.kind === 'table' ? inner : `{${inner}}`;
      return `${from.lateral === true ? 'lateral ' : ''}${of}${aliased(from)}`;
    }
    case 'from-join': {
      const { on, using } = from;
      const how = on === undefined ? '' : ` on ${print(on)}`;
      const names = using === undefined ? '' : using === 'natural' ? ' natural' : ` using ${using}`;
      return `[${printFrom(from.left)} ${from.joinType} ${printFrom(from.right)}${how}${names}]`;
    }
    case 'from-function':
      return `${from.lateral === true ? 'lateral ' : ''}${from.fn}(${list(from.args)})${aliased(from)}`;
    case 'from-pivot': {
      const values = `${list(from.column)} in (${list(from.values)})`;
      return `pivot(${printFrom(from.input)}: ${list(from.aggregates)} for ${values})${aliased(from)}`;
    }
    case 'from-sample':
      return `sample(${printFrom(from.input)} ${from.fraction ?? '?'})`;
  }
}

function aliased(from: {
  readonly alias: string | undefined;
  readonly columnNames?: readonly string[];
}): string {
  const columns = from.columnNames === undefined ? '' : `(${from.columnNames})`;
  return from.alias === undefined && columns === '' ? '' : ` as ${from.alias ?? ''}${columns}`;
}

function clause(words: string, columns: readonly Column[]): string {
  return columns.length === 0 ? '' : `${words} ${list(columns)}`;
}

function list(columns: readonly Column[]): string {
  return columns.map(print).join(', ');
}

/** Strings in quotes, numbers of other types than Spark's default with their type. */
export function print(column: Column): string {
  switch (column.kind) {
    case 'name':
      return dotted(column.parts);
    case 'star': {
      const except = column.except === undefined ? '' : ` except ${column.except}`;
      return `${[...column.qualifier, '*'].join('.')}${except}`;
    }
    case 'value':
      return printValue(column.value, typeName(column.type));
    case 'call': {
      const distinct = column.distinct === true ? 'distinct ' : '';
      const nulls = column.ignoreNulls === true ? ' ignore nulls' : '';
      const filter = column.filter === undefined ? '' : ` filter ${print(column.filter)}`;
      return `${column.fn}(${distinct}${list(column.args)})${nulls}${filter}`;
    }
    case 'named':
      return `${print(column.child)} as ${column.names.join('/')}`;
    case 'cast-to':
      return `${column.try === true ? 'try ' : ''}cast(${print(column.child)}: ${typeName(column.type)})`;
    case 'ordered':
      return `${print(column.child)} ${column.direction}${column.nulls === undefined ? '' : ` nulls ${column.nulls}`}`;
    case 'over':
      return `${print(column.fn)} over (${printWindow(column)})`;
    case 'lambda-column':
      return `${column.params} -> ${print(column.body)}`;
    case 'lambda-parameter':
      return `$${column.name}`;
    case 'query': {
      const values = column.values.length === 0 ? '' : `(${list(column.values)}) `;
      return `${values}${column.use} {${printQuery(column.query)}}`;
    }
    case 'unknown':
      return `<${column.why}>`;
    default:
      return column.kind;
  }
}

function printValue(value: string | number | bigint | boolean | null, type: string): string {
  if (type === 'string') return JSON.stringify(value);
  return /^(int|boolean|void)$/.test(type) ? String(value) : `${value}:${type}`;
}

function printWindow({ partitionBy, orderBy, frame }: WindowSpec): string {
  return [clause('by', partitionBy), clause('order', orderBy), frame ?? '']
    .filter((part) => part !== '')
    .join(' ');
}

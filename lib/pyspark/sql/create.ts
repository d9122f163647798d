import type { Query } from '#lib/plan/analyze/query.ts';
import type { CreateTable, CreateView, Statement } from './parsed-sql.ts';
import { columnsIn, isQuery, other, readName, wholeTable } from './statement-parts.ts';
import { behindBracket, findOutside, isName, matches, type Token } from './tokens.ts';

type ReadQuery = (tokens: readonly Token[]) => Query | undefined;

/** CREATE VIEW … AS query and CREATE TABLE … AS query; other things that can be created read nothing. */
export function readCreate(tokens: readonly Token[], readQuery: ReadQuery): Statement | undefined {
  let at = 1;
  const words = new Set<string>();
  while (isName(tokens[at], 'OR|REPLACE|GLOBAL|LOCAL|TEMP|TEMPORARY|EXTERNAL')) {
    words.add(tokens[at]?.name ?? '');
    at += 1;
  }
  const isView = isName(tokens[at], 'VIEW');
  if (!isView && !isName(tokens[at], 'TABLE')) return other(tokens);
  const { parts: name, next } = readName(
    tokens,
    matches(tokens, at + 1, 'IF', 'NOT', 'EXISTS') ? at + 4 : at + 1,
  );
  const start = queryStart(tokens, next);
  if (start < 0) return other(tokens);
  const written = tokens.slice(start);
  const query = readQuery(isName(written[0], 'TABLE') ? wholeTable(written) : written);
  if (query === undefined) return undefined;
  const options = tokens.slice(next, start);
  return isView ? createView(name, words, options, query) : createTable(name, options, query);
}

/** Behind AS; a table's query may stand without it. */
function queryStart(tokens: readonly Token[], from: number): number {
  return findOutside(
    tokens,
    from,
    (at) => isQuery(tokens, at) && (isName(tokens[at - 1], 'AS') || !isName(tokens[at], '(|WITH|TABLE')),
  );
}

function createView(
  name: readonly string[],
  words: ReadonlySet<string>,
  options: readonly Token[],
  query: Query,
): CreateView {
  return {
    kind: 'create-view',
    name,
    temporary: words.has('TEMP') || words.has('TEMPORARY'),
    global: words.has('GLOBAL'),
    replace: words.has('REPLACE'),
    ...(isName(options[0], '(') && { columnNames: columnsIn(options, 0) }),
    query,
  };
}

function createTable(name: readonly string[], options: readonly Token[], query: Query): CreateTable {
  const find = (...words: readonly string[]) =>
    findOutside(options, 0, (at) => matches(options, at, ...words));
  const using = find('USING');
  const stored = find('STORED', 'AS');
  const format = using >= 0 ? options[using + 1] : stored >= 0 ? options[stored + 2] : undefined;
  const partitioned = find('PARTITIONED', 'BY', '(');
  const clustered = find('CLUSTERED', 'BY', '(');
  const into = find('INTO');
  const count = Number(options[into + 1]?.text);
  return {
    kind: 'create-table',
    name,
    format: format?.text.toLowerCase(),
    partitionBy: partitioned < 0 ? [] : columnsIn(options, partitioned + 2),
    ...(clustered >= 0 &&
      into > behindBracket(options, clustered + 2) - 1 &&
      Number.isInteger(count) && { bucketBy: { columns: columnsIn(options, clustered + 2), count } }),
    query,
  };
}

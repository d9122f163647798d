import type { Column } from '#lib/plan/analyze/column.ts';
import type { Query } from '#lib/plan/analyze/query.ts';
import { readCreate } from './create.ts';
import { stringText } from './literals.ts';
import type { Cache, Insert, Merge, Statement } from './parsed-sql.ts';
import { columnsIn, isQuery, other, readName, wholeTable } from './statement-parts.ts';
import { findOutside, isName, matches, type Token } from './tokens.ts';

/** Reads the queries inside commands; undefined where they are broken. */
export interface Inner {
  readonly query: (tokens: readonly Token[]) => Query | undefined;
  readonly column: (tokens: readonly Token[]) => Column | undefined;
}

/** What a statement does as far as plans are concerned: nothing when it is broken, several with FROM t INSERT … INSERT …. */
export function readStatement(text: string, tokens: readonly Token[], inner: Inner): readonly Statement[] {
  const insert = findOutside(tokens, 0, (at) => matches(tokens, at, 'INSERT'));
  if (insert === 0) return present(readInsert([], tokens, inner));
  if (insert > 0 && isName(tokens[0], 'FROM')) return readInserts(tokens, insert, inner);
  if (insert > 0 && isName(tokens[0], 'WITH'))
    return present(readInsert(tokens.slice(0, insert), tokens.slice(insert), inner));
  if (isQuery(tokens, 0)) {
    const query = inner.query(isName(tokens[0], 'TABLE') ? wholeTable(tokens) : tokens);
    return query === undefined ? [] : [{ kind: 'query', query }];
  }
  switch (tokens[0]?.name) {
    case 'CREATE':
      return present(readCreate(tokens, inner.query));
    case 'CACHE':
      return present(readCache(tokens, inner));
    case 'UNCACHE':
      return [{ kind: 'uncache', name: readName(tokens, afterIfExists(tokens, 2)).parts }];
    case 'SET':
      return [readSet(text, tokens)];
    case 'USE':
      return [
        { kind: 'use', name: readName(tokens, isName(tokens[1], 'NAMESPACE|DATABASE|SCHEMA') ? 2 : 1).parts },
      ];
    case 'DROP':
      return [readDrop(tokens)];
    case 'MERGE':
      return present(readMerge(tokens, inner));
    default:
      return [other(tokens)];
  }
}

function present(statement: Statement | undefined): readonly Statement[] {
  return statement === undefined ? [] : [statement];
}

function afterIfExists(tokens: readonly Token[], at: number): number {
  return matches(tokens, at, 'IF', 'EXISTS') ? at + 2 : at;
}

function readCache(tokens: readonly Token[], inner: Inner): Cache | undefined {
  const lazy = isName(tokens[1], 'LAZY');
  const { parts: name, next } = readName(tokens, lazy ? 3 : 2);
  const start = findOutside(tokens, next, (at) => isQuery(tokens, at) && !isName(tokens[at], '('));
  if (start < 0) return { kind: 'cache', name, lazy };
  const query = inner.query(tokens.slice(start));
  return query && { kind: 'cache', name, lazy, query };
}

/** Spark reads values as they stand, up to the end. */
function readSet(text: string, tokens: readonly Token[]): Statement {
  const written = text.slice(tokens[0]?.to, tokens.at(-1)?.to).trim();
  const zone = /^TIME\s+ZONE\s+(.+)$/is.exec(written)?.[1];
  if (zone !== undefined)
    return { kind: 'set', key: 'spark.sql.session.timeZone', value: zone.replace(/^['"](.*)['"]$/s, '$1') };
  const [, key, value] = /^`?([^=\s`]+)`?\s*=\s*(.*)$/s.exec(written) ?? [];
  return key === undefined
    ? { kind: 'other', what: 'set' }
    : { kind: 'set', key, value: (value ?? '').trim() };
}

function readDrop(tokens: readonly Token[]): Statement {
  const start = isName(tokens[1], 'TEMPORARY|TEMP') ? 2 : 1;
  if (!isName(tokens[start], 'VIEW|TABLE')) return other(tokens);
  const what = isName(tokens[start], 'VIEW') ? 'view' : 'table';
  return { kind: 'drop', what, name: readName(tokens, afterIfExists(tokens, start + 1)).parts };
}

/** `FROM t INSERT INTO x SELECT a INSERT INTO y SELECT b`: each INSERT reads from the same relations. */
function readInserts(tokens: readonly Token[], first: number, inner: Inner): readonly Statement[] {
  const from = tokens.slice(0, first);
  const found: Statement[] = [];
  for (let at = first; at >= 0; ) {
    const next = findOutside(tokens, at + 1, (index) => isName(tokens[index], 'INSERT'));
    const insert = readInsert(from, tokens.slice(at, next < 0 ? undefined : next), inner);
    if (insert !== undefined) found.push(insert);
    at = next;
  }
  return found;
}

/** `before` are the tokens of WITH or FROM that stand in front of INSERT and belong to its query. */
function readInsert(before: readonly Token[], tokens: readonly Token[], inner: Inner): Insert | undefined {
  const overwrite = isName(tokens[1], 'OVERWRITE');
  let at = isName(tokens[2], 'LOCAL') ? 3 : 2;
  const directory = isName(tokens[at], 'DIRECTORY');
  if (directory || (isName(tokens[at], 'TABLE') && !isName(tokens[at + 1], '.'))) at += 1;
  const path = tokens[at];
  const named =
    directory && path?.kind === 'string' ? { parts: [stringText(path)], next: at + 1 } : readName(tokens, at);
  const partition = isName(tokens[named.next], 'PARTITION') ? named.next + 1 : -1;
  const start = findOutside(tokens, named.next, (index) => startsInserted(tokens, index));
  if (start < 0) return undefined;
  const query = inner.query([...before, ...plainTable(tokens.slice(start))]);
  const partitionBy = partition < 0 ? [] : columnsIn(tokens, partition);
  return query && { kind: 'insert', target: named.parts, directory, overwrite, partitionBy, query };
}

/** A list of columns in brackets is no query. */
function startsInserted(tokens: readonly Token[], at: number): boolean {
  if (isName(tokens[at - 1], 'PARTITION')) return false;
  return isQuery(tokens, at);
}

function plainTable(tokens: readonly Token[]): readonly Token[] {
  return isName(tokens[0], 'TABLE') ? wholeTable(tokens) : tokens;
}

function readMerge(tokens: readonly Token[], inner: Inner): Merge | undefined {
  const target = readName(tokens, isName(tokens[1], 'INTO') ? 2 : 1);
  const using = findOutside(tokens, target.next, (at) => isName(tokens[at], 'USING'));
  const on = findOutside(tokens, using + 1, (at) => isName(tokens[at], 'ON'));
  const when = findOutside(tokens, on + 1, (at) => isName(tokens[at], 'WHEN'));
  const [word] = tokens;
  if (using < 0 || on < 0 || when < 0 || word === undefined) return undefined;
  const source = inner.query([{ ...word, text: 'FROM', name: 'FROM' }, ...tokens.slice(using + 1, on)]);
  const condition = inner.column(tokens.slice(on + 1, when));
  return source && { kind: 'merge', target: target.parts, source, on: condition };
}

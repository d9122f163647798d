import type { Statement } from './parsed-sql.ts';
import { behindBracket, findOutside, isName, type Token } from './tokens.ts';

/** Reads `db.table` and gives the index behind it. */
export function readName(
  tokens: readonly Token[],
  at: number,
): { readonly parts: readonly string[]; readonly next: number } {
  const parts: string[] = [];
  let next = at;
  for (let token = tokens[next]; token?.kind === 'word' || token?.kind === 'quoted'; token = tokens[next]) {
    parts.push(token.kind === 'quoted' ? token.name : token.text);
    next += 1;
    if (!isName(tokens[next], '.')) break;
    next += 1;
  }
  return { parts, next };
}

/** The names in `(a, b = 1, c)`. */
export function columnsIn(tokens: readonly Token[], open: number): readonly string[] {
  const end = behindBracket(tokens, open) - 1;
  const names: string[] = [];
  for (let at = open + 1; at < end; at += 1) {
    if (at === open + 1 || isName(tokens[at - 1], ',')) names.push(readName(tokens, at).parts.at(-1) ?? '');
    if (isName(tokens[at], '(')) at = behindBracket(tokens, at) - 1;
  }
  return names;
}

/** Whether a query begins here. */
export function isQuery(tokens: readonly Token[], at: number): boolean {
  if (isName(tokens[at], '(')) return isQuery(tokens, at + 1);
  if (isName(tokens[at], 'TABLE')) return tokens[at + 1] !== undefined && !isName(tokens[at + 1], '(');
  return isName(tokens[at], 'SELECT|WITH|FROM|VALUES');
}

/** `TABLE t` is `FROM t`. */
export function wholeTable(tokens: readonly Token[]): readonly Token[] {
  const [table, ...others] = tokens;
  return table === undefined ? [] : [{ ...table, text: 'FROM', name: 'FROM' }, ...others];
}

export function other(tokens: readonly Token[]): Statement {
  const words = tokens.slice(0, 2).filter(({ kind }) => kind === 'word');
  return { kind: 'other', what: words.map(({ text }) => text.toLowerCase()).join(' ') };
}

const BEHIND_LIST =
  'WHERE|GROUP|HAVING|QUALIFY|WINDOW|ORDER|SORT|DISTRIBUTE|CLUSTER|LIMIT|OFFSET|LATERAL|UNION|EXCEPT|MINUS|INTERSECT';

/** `FROM t SELECT a WHERE b` as `SELECT a FROM t WHERE b`: the library reads it the other way round only in part. */
export function selectFirst(tokens: readonly Token[]): readonly Token[] {
  const from = findOutside(tokens, 0, (at) => isName(tokens[at], 'FROM|SELECT'));
  if (!isName(tokens[from], 'FROM')) return tokens;
  const select = findOutside(tokens, from, (at) => isName(tokens[at], 'SELECT'));
  if (select < 0) return tokens;
  const listed = findOutside(tokens, select, (at) => isName(tokens[at], BEHIND_LIST));
  const end = listed < 0 ? tokens.length : listed;
  return [
    ...tokens.slice(0, from),
    ...tokens.slice(select, end),
    ...tokens.slice(from, select),
    ...tokens.slice(end),
  ];
}

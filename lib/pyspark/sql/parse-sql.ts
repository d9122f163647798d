import type { Column } from '#lib/plan/analyze/column.ts';
import { bracketValues } from './bracket-values.ts';
import { readStatement } from './commands.ts';
import { parseStatement, type Tree } from './library.ts';
import type { ParsedSql, SqlProblem, Statement } from './parsed-sql.ts';
import { readQuery, readSelectList } from './select.ts';
import { type Spelling, spell } from './spelling.ts';
import { selectFirst } from './statement-parts.ts';
import { isName, type Token, tokenize } from './tokens.ts';

/** Reads Spark SQL. It never throws; see docs/sql-parser.md for what reads it. */
export function parseSql(text: string): ParsedSql {
  const tokens = tokenize(text);
  const problems = strays(tokens);
  if (problems.length > 0) return { statements: [], problems };
  const statements = split(tokens).flatMap((part): readonly Statement[] =>
    readStatement(text, part, {
      query: (queryTokens) => {
        const tree = treeOf(queryTokens, problems);
        return (
          tree && readQuery(tree.tree, tree.spelling, (message) => problems.push(at(queryTokens, message)))
        );
      },
      column: (columnTokens) => columnsOf(columnTokens, problems)?.[0],
    }),
  );
  return { statements, problems };
}

/** Reads one column as in `F.expr("a + 1 AS b")` or `filter("a > 1")`. */
export function parseExpression(text: string): Column | SqlProblem {
  const columns = parseColumnList(text);
  if ('message' in columns) return columns;
  const [only, second] = columns;
  if (only !== undefined && second === undefined) return only;
  return { from: 0, to: text.length, message: 'This is not one column.' };
}

/** Reads columns with commas between them, as after SELECT. */
export function parseColumnList(text: string): readonly Column[] | SqlProblem {
  const tokens = tokenize(text);
  const problems = strays(tokens);
  const columns = problems.length === 0 ? columnsOf(tokens, problems) : undefined;
  return columns ?? problems[0] ?? { from: 0, to: text.length, message: 'There is no column here.' };
}

function columnsOf(tokens: readonly Token[], problems: SqlProblem[]): readonly Column[] | undefined {
  if (tokens.length === 0) return undefined;
  const tree = treeOf([SELECT, ...tokens], problems);
  if (tree === undefined) return undefined;
  const columns = readSelectList(tree.tree, tree.spelling, (message) => problems.push(at(tokens, message)));
  if (columns === undefined) problems.push(at(tokens, 'This is a query, not a column.'));
  return columns;
}

const SELECT: Token = { kind: 'word', text: 'SELECT', name: 'SELECT', from: -1, to: -1 };

/** The library takes up to 50 µs for each; a person waits for a second. */
const MOST_TOKENS = 20_000;

function treeOf(
  tokens: readonly Token[],
  problems: SqlProblem[],
): { readonly tree: Tree; readonly spelling: Spelling } | undefined {
  if (tokens.length > MOST_TOKENS) {
    problems.push(at(tokens, 'This statement is too long to be read.'));
    return undefined;
  }
  const comma = tokens.find((token, index) => isName(token, ',') && isName(tokens[index + 1], 'FROM'));
  if (comma !== undefined)
    problems.push({ from: comma.from, to: comma.to, message: 'There is a comma before FROM.' });
  const spelling = spell(bracketValues(selectFirst(tokens)));
  const parsed = parseStatement(spelling.text);
  if ('tree' in parsed) return { tree: parsed.tree, spelling };
  const place = spelling.places.findLast((candidate) => candidate.at <= parsed.at)?.token ?? tokens[0];
  problems.push({ from: place?.from ?? 0, to: place?.to ?? 0, message: parsed.message });
  return undefined;
}

function at(tokens: readonly Token[], message: string): SqlProblem {
  return { from: tokens[0]?.from ?? 0, to: tokens.at(-1)?.to ?? 0, message };
}

function strays(tokens: readonly Token[]): SqlProblem[] {
  return tokens
    .filter((token) => token.kind === 'stray')
    .map(({ from, to, text }) => ({ from, to, message: strayMessage(text) }));
}

function strayMessage(text: string): string {
  if (text.startsWith('/*')) return 'This comment has no end.';
  return /^['"`]/.test(text) ? 'This quote has no end.' : 'Spark SQL has no such character.';
}

/** Statements end with semicolons. */
function split(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isName(token, ';')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

import type { Token } from './tokens.ts';

/** Words that end a list of VALUES. */
const ENDS = new Set(
  'AS UNION INTERSECT EXCEPT MINUS ORDER SORT CLUSTER DISTRIBUTE LIMIT WHERE JOIN'.split(' '),
);

/** `VALUES 1, 2` as `VALUES (1), (2)`: rows of one column need no brackets in Spark. */
export function bracketValues(tokens: readonly Token[]): readonly Token[] {
  const written: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    written.push(token);
    at += 1;
    const next = tokens[at];
    if (token.kind !== 'word' || token.name !== 'VALUES' || next === undefined || !startsValue(next))
      continue;
    at = bracketRows(tokens, at, written);
  }
  return written;
}

/** A bracket opens a row, or the columns of an INSERT's target; a dot makes VALUES the name of a table. */
function startsValue(token: Token): boolean {
  return (
    ['number', 'string'].includes(token.kind) ||
    ['NULL', 'TRUE', 'FALSE', 'DATE', 'TIMESTAMP'].includes(token.name)
  );
}

function bracketRows(tokens: readonly Token[], start: number, written: Token[]): number {
  let depth = 0;
  let row: Token[] = [];
  const close = () => {
    const [first, last] = [row[0], row.at(-1)];
    if (first && last) written.push(sign('(', first.from), ...row, sign(')', last.to));
    row = [];
  };
  let at = start;
  for (; at < tokens.length; at++) {
    const token = tokens[at]!;
    const ends = token.text === ')' || token.text === ';' || ENDS.has(token.name);
    if (depth === 0 && ends) break;
    if (depth === 0 && token.text === ',') {
      close();
      written.push(token);
      continue;
    }
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    row.push(token);
  }
  close();
  return at;
}

function sign(text: string, at: number): Token {
  return { kind: 'sign', text, name: text, from: at, to: at };
}

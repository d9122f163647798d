/** A piece of SQL text. Comments are no tokens, hints are. Offsets are in UTF-16 units. */
export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly text: string;
  /** In upper case, for words; the name itself, for names in backticks; the text otherwise. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'sign' | 'hint' | 'stray';

/** Spark's lexer. Words may begin with a digit (`2024_sales`), so numbers must not run into letters. */
const PIECES: readonly (readonly [TokenKind | 'skip', RegExp])[] = [
  ['skip', /\s+|--[^\n\r]*/y],
  ['hint', /\/\*\+.*?\*\//sy],
  ['string', /(?:[rR](?='[^']*'))'[^']*'|(?:[rR](?="[^"]*"))"[^"]*"/y],
  ['string', /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"/sy],
  ['quoted', /`(?:[^`]|``)*`/y],
  [
    'number',
    /(?:\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+(?:[eE][+-]?\d+)?)(?:BD|[LSYDF])?(?![\p{L}\p{N}_])/iuy,
  ],
  ['word', /[\p{L}\p{N}_]+/uy],
  ['sign', /<=>|<>|!=|<=|>=|==|\|\||\|>|->|=>|::|<<|[-+*/%&|^~=<>(){}[\],.;:?!@$]/y],
];

/** Cuts text into tokens. What fits nothing (an open quote, a control character) becomes a stray token. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = pieceAt(text, at, tokens.at(-1));
    if (token.kind !== 'skip') tokens.push(token as Token);
    at = token.to;
  }
  return tokens;
}

function pieceAt(
  text: string,
  at: number,
  before: Token | undefined,
): Omit<Token, 'kind'> & { readonly kind: TokenKind | 'skip' } {
  if (text.startsWith('/*', at) && !isHint(text, at)) return comment(text, at);
  for (const [kind, pattern] of PIECES) {
    // `t.1` and `a.5e` read on a name, not a number.
    if (kind === 'number' && before?.kind !== 'number' && touches(before, at) && text[at] === '.') continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return piece(kind, found, at);
  }
  const open = text[at] === "'" || text[at] === '"' || text[at] === '`';
  return piece('stray', open ? text.slice(at) : String.fromCodePoint(text.codePointAt(at) ?? 0), at);
}

function isHint(text: string, at: number): boolean {
  return text.startsWith('/*+', at) && text.includes('*/', at);
}

function touches(before: Token | undefined, at: number): boolean {
  if (before === undefined || before.to !== at) return false;
  return before.kind === 'word' || before.kind === 'quoted' || isName(before, ')|]');
}

/** Comments nest. */
function comment(text: string, at: number): ReturnType<typeof pieceAt> {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = at;
  let depth = 0;
  for (let match = edge.exec(text); match !== null; match = edge.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return piece('skip', text.slice(at, edge.lastIndex), at);
  }
  return piece('stray', text.slice(at), at);
}

function piece(kind: TokenKind | 'skip', text: string, from: number): ReturnType<typeof pieceAt> {
  return { kind, text, name: nameOf(kind, text), from, to: from + text.length };
}

function nameOf(kind: TokenKind | 'skip', text: string): string {
  if (kind === 'word') return text.toUpperCase();
  if (kind === 'quoted') return text.slice(1, -1).replaceAll('``', '`');
  return text;
}

/** Whether the tokens at `at` are these words or signs. */
export function matches(tokens: readonly Token[], at: number, ...names: readonly string[]): boolean {
  return names.every((name, offset) => isName(tokens[at + offset], name));
}

/** Whether a token is this word (in capitals) or sign; several may be given, with bars between them. */
export function isName(token: Token | undefined, names: string): boolean {
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'sign')) return false;
  return token.name === names || (names.length > 1 && names.split('|').includes(token.name));
}

const ends = new WeakMap<readonly Token[], readonly number[]>();

/** The index behind the bracket that closes the one at `open`; the number of tokens when none does. */
export function behindBracket(tokens: readonly Token[], open: number): number {
  const known = ends.get(tokens) ?? bracketEnds(tokens);
  ends.set(tokens, known);
  return known[open] ?? open + 1;
}

function bracketEnds(tokens: readonly Token[]): readonly number[] {
  const found: number[] = [];
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (isName(token, '(|[|{')) {
      found[at] = tokens.length;
      open.push(at);
    } else if (isName(token, ')|]|}')) {
      const start = open.pop();
      if (start !== undefined) found[start] = at + 1;
    }
  });
  return found;
}

/** The first index from `from` on, outside brackets, where `found` holds; -1 when there is none. */
export function findOutside(tokens: readonly Token[], from: number, found: (at: number) => boolean): number {
  for (let at = from; at < tokens.length; at += 1) {
    if (found(at)) return at;
    if (isName(tokens[at], '(')) at = behindBracket(tokens, at) - 1;
  }
  return -1;
}

import type { Column } from '#lib/plan/analyze/column.ts';
import type { Hint } from '#lib/plan/analyze/query.ts';
import { numberValue, stringText, stringValue } from './literals.ts';
import { behindBracket, isName, type Token, tokenize } from './tokens.ts';

/** Reads hint comments; in each, hints stand side by side with or without commas between them. */
export function readHints(comments: readonly Token[]): readonly Hint[] {
  return comments.flatMap((comment) => hintsIn(tokenize(comment.text.slice(3, -2))));
}

function hintsIn(tokens: readonly Token[]): readonly Hint[] {
  const hints: Hint[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const opens = isName(tokens[at + 1], '(');
    const end = opens ? behindBracket(tokens, at + 1) : at + 1;
    if (token.kind === 'word' || token.kind === 'quoted')
      hints.push({ name: token.name.toUpperCase(), args: opens ? args(tokens.slice(at + 2, end - 1)) : [] });
    at = end;
  }
  return hints;
}

/** Names of tables and columns, and numbers. */
function args(tokens: readonly Token[]): readonly Column[] {
  const found: Column[] = [];
  let parts: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'number') found.push(numberValue(token.text));
    else if (token.kind === 'string') found.push(stringValue(stringText(token)));
    else if (isName(token, ',')) parts = flush(parts, found);
    else if (token.kind === 'word') parts.push(token.text);
    else if (token.kind === 'quoted') parts.push(token.name);
  }
  flush(parts, found);
  return found;
}

function flush(parts: readonly string[], found: Column[]): string[] {
  if (parts.length > 0) found.push({ kind: 'name', parts });
  return [];
}

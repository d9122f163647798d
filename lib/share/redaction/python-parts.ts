/** A piece of a Python program; joined again, the pieces are the program. */
export interface PythonPart {
  readonly kind: 'code' | 'comment' | 'string';
  readonly text: string;
}

/** Comments and string literals of Python; a triple-quoted one may span lines. What is not closed runs to its end. */
const PART =
  /#[^\n]*|[rRbBuUfF]{0,2}(?:'''(?:[^\\]|\\[\s\S])*?(?:'''|$)|"""(?:[^\\]|\\[\s\S])*?(?:"""|$)|'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?)/g;

export function pythonParts(program: string): readonly PythonPart[] {
  const parts: PythonPart[] = [];
  let at = 0;
  for (const match of program.matchAll(PART)) {
    if (match.index > at) parts.push({ kind: 'code', text: program.slice(at, match.index) });
    parts.push({ kind: match[0].startsWith('#') ? 'comment' : 'string', text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < program.length) parts.push({ kind: 'code', text: program.slice(at) });
  return parts;
}

/** The value between the quotes of a string literal, with what stands before and behind it. */
export function insideQuotes(literal: string): {
  readonly open: string;
  readonly value: string;
  readonly close: string;
} {
  const open = /^[a-zA-Z]*(?:'''|"""|'|")/.exec(literal)?.[0] ?? '';
  const quote = open.replace(/^[a-zA-Z]*/, '');
  const isClosed = literal.length >= open.length + quote.length && literal.endsWith(quote);
  const end = isClosed ? literal.length - quote.length : literal.length;
  return { open, value: literal.slice(open.length, end), close: literal.slice(end) };
}

import type { SourceEdit } from './graph-edit.ts';
import { objectOf } from './receiver.ts';
import type { Site } from './site.ts';
import { endOfLine, isBlank, lineEndOf, startOfLine, startOfNextLine } from './text-lines.ts';

/**
 * A link of a chain of calls in the text: `.filter(x)` with what is around it. Chains are written on one line, over lines
 * in brackets, or over lines that end in backslashes; edits keep to the way that is there.
 */
export interface Link {
  /** Where what it is called on ends, its closing parentheses included. */
  readonly before: number;
  /** The dot, or the bracket of `df[…]`. */
  readonly from: number;
  readonly to: number;
}

type Span = Pick<SourceEdit, 'from' | 'to'>;
type Change = Omit<SourceEdit, 'file'>;

/** Undefined for a function's call, `broadcast(df)`. */
export function linkOf(text: string, syntax: Site['syntax']): Link | undefined {
  const object = objectOf(syntax);
  if (!object) return undefined;
  let before = object.to;
  let at = object.to;
  const sign = syntax.kind === 'subscript' ? '[' : '.';
  while (at < syntax.to && text[at] !== sign) {
    if (text[at] === '#') at = endOfLine(text, at);
    else if (text[at++] === ')') before = at;
  }
  return { before, from: at, to: syntax.to };
}

/** What goes when a link goes; a comment behind it stays, and lines that are left empty go. */
export function removal(text: string, { before, from, to }: Link): Span {
  const start = startOfLine(text, from);
  const end = endOfLine(text, to);
  if (!isBlank(text.slice(start, from)))
    return { from: isBlank(text.slice(before, from)) ? before : from, to };
  const rest = text.slice(to, end).trim();
  const isContinued = /\\\s*$/.test(text.slice(before, start));
  if (rest === '\\' || (rest === '' && !isContinued)) return { from: start, to: startOfNextLine(text, end) };
  if (rest.startsWith('#')) return { from, to: text.indexOf('#', to) };
  if (rest.startsWith('.') || text.slice(before, from).includes('#')) return { from, to };
  return { from: before, to };
}

/** How a chain goes on after an expression: on the same line, or on a line of its own. */
interface Style {
  readonly indent: string;
  readonly backslash: boolean;
}

/**
 * New links behind an expression, each on a line of its own where the chain is written so. `next` is the link that follows
 * it in the text.
 */
export function insertion(
  text: string,
  end: number,
  links: readonly string[],
  own: Link | undefined,
  next: Link | undefined,
): Change {
  const style = styleOf(text, own) ?? styleOf(text, next);
  // What follows on the same line stays there.
  if (!style || text[end] === '.') return { from: end, to: end, text: links.join('') };
  const eol = lineEndOf(text);
  const lines = links.map((link) => `${style.backslash ? ' \\' : ''}${eol}${style.indent}${link}`).join('');
  const lineEnd = endOfLine(text, end);
  const hasComment = text.slice(end, lineEnd).trim().startsWith('#');
  const at = hasComment && !style.backslash ? lineEnd : end;
  return { from: at, to: at, text: lines };
}

function styleOf(text: string, link: Link | undefined): Style | undefined {
  if (!link) return undefined;
  const start = startOfLine(text, link.from);
  const indent = text.slice(start, link.from);
  if (!isBlank(indent) || start <= link.before) return undefined;
  return { indent, backslash: /\\\s*$/.test(text.slice(link.before, start)) };
}

/** The comment behind a link that has its lines to itself in brackets: it goes where the link goes. */
export function commentBehind(text: string, { before, from, to }: Link): Span | undefined {
  const start = startOfLine(text, from);
  if (!isBlank(text.slice(start, from)) || start <= before) return undefined;
  const end = endOfLine(text, to);
  return text.slice(to, end).trim().startsWith('#') ? { from: to, to: end } : undefined;
}

/** Whether only blanks and a comment follow on the line. */
export function endsLine(text: string, offset: number): boolean {
  return /^[ \t]*(#|$)/.test(text.slice(offset, endOfLine(text, offset)));
}

/** A statement with its lines; `pass` where the block would be left empty or another statement shares the line. */
export function statementRemoval(text: string, span: Span, isOnlyOne: boolean): Change {
  const start = startOfLine(text, span.from);
  const end = endOfLine(text, span.to);
  const rest = text.slice(span.to, end).trim();
  if (isOnlyOne || !isBlank(text.slice(start, span.from)) || !(rest === '' || rest.startsWith('#')))
    return { ...span, text: 'pass' };
  if (rest === '') return { from: start, to: startOfNextLine(text, end), text: '' };
  return { from: span.from, to: text.indexOf('#', span.to), text: '' };
}

/** Spans that touch or overlap become one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const found: Span[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    if (last && span.from <= last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push(span);
  }
  return found;
}

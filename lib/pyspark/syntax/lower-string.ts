import type { Expr, Hole } from './ast.ts';
import type { SyntaxNode } from './syntax-tree.ts';

const OPENING = /^([a-zA-Z]*)('''|"""|'|")/;

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** A string literal; `lower` turns the expressions in an f-string's braces. */
export function lowerString(node: SyntaxNode, text: string, lower: (node: SyntaxNode) => Expr): Expr {
  const source = text.slice(node.from, node.to);
  const opening = OPENING.exec(source);
  const prefix = opening?.[1]?.toLowerCase() ?? '';
  const start = node.from + (opening?.[0].length ?? 0);
  const quote = opening?.[2] ?? '';
  const end = quote !== '' && source.endsWith(quote) ? Math.max(start, node.to - quote.length) : node.to;
  const decode = prefix.includes('r') ? (raw: string) => raw : unescapeText;
  const span = { from: node.from, to: node.to };
  if (!prefix.includes('f') && !prefix.includes('t')) {
    return { kind: 'text', value: decode(text.slice(start, end)), bytes: prefix.includes('b'), ...span };
  }
  const parts: (string | Hole)[] = [];
  let at = start;
  const addText = (to: number): void => {
    if (to > at) parts.push(decode(text.slice(at, to).replace(/\{\{/g, '{').replace(/\}\}/g, '}')));
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    addText(child.from);
    parts.push(...lowerHole(child, text, lower));
    at = child.to;
  }
  addText(end);
  return { kind: 'f-string', parts, ...span };
}

function lowerHole(
  node: SyntaxNode,
  text: string,
  lower: (node: SyntaxNode) => Expr,
): readonly (string | Hole)[] {
  let conversion: string | undefined;
  let format: string | undefined;
  let value: SyntaxNode | undefined;
  for (const child of node.children) {
    if (child.type === 'type_conversion') conversion = text.slice(child.from + 1, child.to);
    else if (child.type === 'format_specifier') format = text.slice(child.from + 1, child.to);
    else value ??= child;
  }
  if (value === undefined) return [];
  const hole: Hole = { value: lower(value), conversion, format };
  // `{x=}` writes the expression's text as well.
  const shown = /^\s*=/.test(text.slice(value.to, node.to)) && !/^\s*==/.test(text.slice(value.to, node.to));
  return shown
    ? [`${text.slice(value.from, value.to)}=`, { ...hole, conversion: conversion ?? 'r' }]
    : [hole];
}

/** Adjacent literals are one. */
export function joinStrings(parts: readonly Expr[], span: { from: number; to: number }): Expr {
  if (parts.every((part) => part.kind === 'text')) {
    const bytes = parts.some((part) => part.kind === 'text' && part.bytes);
    return {
      kind: 'text',
      value: parts.map((part) => (part.kind === 'text' ? part.value : '')).join(''),
      bytes,
      ...span,
    };
  }
  const joined = parts.flatMap((part) =>
    part.kind === 'text' ? [part.value] : part.kind === 'f-string' ? part.parts : [],
  );
  return { kind: 'f-string', parts: joined, ...span };
}

function unescapeText(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|[\s\S])/g,
    (whole, code: string) => {
      if (code === '\r\n') return '';
      const kind = code[0]!;
      if (code.length > 1 && (kind === 'x' || kind === 'u' || kind === 'U'))
        return codePoint(code.slice(1), 16);
      if (/^[0-7]/.test(code)) return codePoint(code, 8);
      return SIMPLE_ESCAPES[code] ?? whole;
    },
  );
}

function codePoint(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

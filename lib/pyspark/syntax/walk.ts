import type { CallExpr, Expr, Span, Stmt } from './ast.ts';

/** A statement or an expression, with those around it, outermost first. */
export type SyntaxNode = Stmt | Expr;
export type SyntaxPath = readonly SyntaxNode[];

/** Trees are looked through by many rules, over and over. */
const INSIDE = new WeakMap<object, readonly SyntaxNode[]>();

/** Nodes directly inside: the syntax tree's own lists and parts, whatever they are called. */
export function nodesInside(of: object): readonly SyntaxNode[] {
  const known = INSIDE.get(of);
  if (known) return known;
  const found: SyntaxNode[] = [];
  addNodesInside(of, found);
  INSIDE.set(of, found);
  return found;
}

function addNodesInside(of: object, found: SyntaxNode[]): void {
  for (const value of Object.values(of)) {
    if (typeof value !== 'object' || value === null) continue;
    if (isNode(value)) found.push(value);
    else addNodesInside(value, found);
  }
}

function isNode(value: object): value is SyntaxNode {
  return 'kind' in value && 'from' in value && 'to' in value;
}

/** All nodes around `[span.from, span.to)`, outermost first. */
export function pathTo(root: object, span: Span): SyntaxPath {
  const path: SyntaxNode[] = [];
  let at = root;
  for (;;) {
    const next = nodesInside(at).find((node) => node.from <= span.from && span.to <= node.to);
    if (next === undefined) return path;
    path.push(next);
    at = next;
  }
}

export function* walkSyntax(node: object): Generator<SyntaxNode> {
  for (const each of nodesInside(node)) {
    yield each;
    yield* walkSyntax(each);
  }
}

type Loop = Extract<SyntaxNode, { kind: 'for' | 'while' | 'comprehension' }>;

/** Loops around a place, innermost last, as far as the function that it stands in; the loop's own source does not count. */
export function loopsAround(path: SyntaxPath): readonly Loop[] {
  const start = path.findLastIndex((node) => node.kind === 'function' || node.kind === 'lambda') + 1;
  return path.slice(start).filter((node, index, rest): node is Loop => {
    const next = rest[index + 1];
    if (node.kind === 'for') return next !== node.iterable;
    if (node.kind === 'comprehension')
      return node.clauses[0]?.kind !== 'for' || next !== node.clauses[0].iterable;
    return node.kind === 'while';
  });
}

/** The name that a chain of calls, attributes and items begins with: `df` of `df.a().b[0].c()`. */
export function rootName(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'name':
      return expr.name;
    case 'attribute':
      return rootName(expr.object);
    case 'subscript':
      return rootName(expr.object);
    case 'call':
      return expr.callee.kind === 'attribute' ? rootName(expr.callee.object) : undefined;
    default:
      return undefined;
  }
}

/** What a method is called on: `df.x` of `df.x.count()`. */
export function receiverOf(call: CallExpr): Expr | undefined {
  return call.callee.kind === 'attribute' ? call.callee.object : undefined;
}

/** `a.b.c` of such an expression, else undefined. */
export function dottedName(expr: Expr): string | undefined {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind !== 'attribute') return undefined;
  const before = dottedName(expr.object);
  return before === undefined ? undefined : `${before}.${expr.name}`;
}

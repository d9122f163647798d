import type { Tree } from 'web-tree-sitter';
import type { Module, Span, Stmt } from './ast.ts';
import { StatementLowering } from './lower-statement.ts';
import { PythonDocument, type PythonLanguage } from './parser.ts';
import type { StatementMemo } from './statement-memo.ts';
import { type SyntaxNode, visitTopNodes } from './syntax-tree.ts';

/** How often a broken line is blanked out and the rest parsed anew. */
const REPAIRS = 8;
/** Longer broken texts are no program that somebody wrote; they are read as they are. */
const REPAIR_LIMIT = 200_000;

/** Parses a text that nobody edits; an editor keeps a `PythonDocument` and calls `lowerDocument`. */
export function parseModule(language: PythonLanguage, text: string): Module {
  const python = new PythonDocument(language, text);
  try {
    return lowerDocument(python);
  } finally {
    python.close();
  }
}

/**
 * The statements of a document. An unclosed bracket makes tree-sitter give up on much that follows it, so the line
 * where an error begins is blanked out and the rest parsed again, as long as that leaves less that is broken.
 */
export function lowerDocument(python: PythonDocument): Module {
  let module = lower(python.syntax, python.text, python.statements);
  const blanked: Span[] = [];
  for (
    let turn = 0;
    turn < REPAIRS && module.broken.length > 0 && python.text.length < REPAIR_LIMIT;
    turn++
  ) {
    const line = lineAt(module.text, module.broken[0]!.from);
    if (line.to === line.from) break;
    const next = python.withBlanked([...blanked, line], (tree, text) => lower(tree, text, python.statements));
    if (size(next.broken) >= size(module.broken)) break;
    blanked.push(line);
    module = next;
  }
  python.statements.forgetUnused();
  return { body: module.body, broken: [...blanked, ...module.broken] };
}

/** Statements that were lowered before are taken from there; those with errors never are. */
function lower(tree: Tree, text: string, known: StatementMemo): Module & { readonly text: string } {
  const lowering = new StatementLowering(text);
  const body: Stmt[] = [];
  const broken: Span[] = [];
  const root = visitTopNodes(tree, text, (node) => {
    if (node.hasError) {
      const syntax = node.read();
      broken.push(...errorsIn(syntax));
      body.push(...lowering.topLevel(syntax));
    } else {
      const source = text.slice(node.from, node.to);
      body.push(...known.get(source, node.from, () => lowering.topLevel(node.read())));
    }
  });
  return { text, body, broken: root ? [root] : broken };
}

/** The outermost nodes that tree-sitter could not make sense of. */
function errorsIn(node: SyntaxNode): readonly Span[] {
  if (node.type === 'ERROR') return [{ from: node.from, to: node.to }];
  const found: Span[] = [];
  for (const child of node.children) {
    if (child.children.length > 0 || child.type === 'ERROR') found.push(...errorsIn(child));
  }
  return found;
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

/** The line's own characters: leading blanks stay, so that the block it stands in is not cut. */
function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const to = end === -1 ? text.length : end;
  return { from: Math.max(start, Math.min(offset, to)), to };
}

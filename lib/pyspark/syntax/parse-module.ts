import type { Module, Span } from './ast.ts';
import { StatementLowering } from './lower-statement.ts';
import { PythonDocument, type PythonLanguage } from './parser.ts';
import { readTree, type SyntaxNode } from './syntax-tree.ts';

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
 * The statements of a python. An unclosed bracket makes tree-sitter give up on much that follows it, so the line
 * where an error begins is blanked out and the rest parsed again, as long as that leaves less that is broken.
 */
export function lowerDocument(python: PythonDocument): Module {
  let { text } = python;
  let root = readTree(python.syntax, text);
  let broken = python.syntax.rootNode.hasError ? errorsIn(root) : [];
  const blanked: Span[] = [];
  for (let turn = 0; turn < REPAIRS && broken.length > 0 && text.length < REPAIR_LIMIT; turn++) {
    const line = lineAt(text, broken[0]!.from);
    if (line.to === line.from) break;
    const [next, candidate] = python.withBlanked([...blanked, line], (tree, blank): [SyntaxNode, string] => [
      readTree(tree, blank),
      blank,
    ]);
    const left = errorsIn(next);
    if (size(left) >= size(broken)) break;
    blanked.push(line);
    text = candidate;
    root = next;
    broken = left;
  }
  return { body: new StatementLowering(text).block(root), broken: [...blanked, ...broken] };
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

import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { Span } from './ast.ts';
import { StatementMemo } from './statement-memo.ts';

/** Where the two wasm files are: addresses in a browser, paths or bytes in Node. */
export interface WasmFiles {
  readonly runtime: string;
  readonly python: string | Uint8Array;
}

/** The grammar once it is loaded; nobody outside this folder needs more of tree-sitter than this name. */
export type PythonLanguage = Language;

let loading: Promise<Language> | undefined;

/** tree-sitter and its Python grammar; loaded once for all parsers of a process or worker. */
export function loadPython(files: WasmFiles): Promise<Language> {
  loading ??= load(files).catch((error: unknown) => {
    // The next caller may have a better address.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(files: WasmFiles): Promise<Language> {
  await Parser.init({ locateFile: () => files.runtime });
  return Language.load(files.python);
}

/** A replacement of `[from, to)` by `text`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The tree of one text that changes: `edit` parses only what a change touches. Trees live in wasm memory, which no
 * garbage collector sees: `close` frees them.
 */
export class PythonDocument {
  private readonly parser: Parser;
  private current: string;
  private tree: Tree;
  /** What was made of its statements. */
  readonly statements = new StatementMemo();

  constructor(language: Language, text: string) {
    this.parser = new Parser();
    this.parser.setLanguage(language);
    this.current = text;
    this.tree = this.parse(text, null);
  }

  get text(): string {
    return this.current;
  }

  /** Stays the document's: do not delete it. */
  get syntax(): Tree {
    return this.tree;
  }

  edit(change: TextChange): void {
    const next = replaced(this.current, change);
    tell(this.tree, this.current, next, change);
    const old = this.tree;
    this.tree = this.parse(next, old);
    this.current = next;
    old.delete();
  }

  /** The tree of the text with some lines blanked out, which the document does not keep. */
  withBlanked<T>(spans: readonly Span[], use: (tree: Tree, text: string) => T): T {
    const old = this.tree.copy();
    let text = this.current;
    for (const { from, to } of spans) {
      const change = { from, to, text: ' '.repeat(to - from) };
      const next = replaced(text, change);
      tell(old, text, next, change);
      text = next;
    }
    const tree = this.parse(text, old);
    try {
      return use(tree, text);
    } finally {
      old.delete();
      tree.delete();
    }
  }

  close(): void {
    this.tree.delete();
    this.parser.delete();
  }

  private parse(text: string, old: Tree | null): Tree {
    const tree = this.parser.parse(text, old);
    if (tree === null) throw new Error('tree-sitter gave no tree, though no parse is ever cancelled');
    return tree;
  }
}

function replaced(text: string, { from, to, text: added }: TextChange): string {
  return text.slice(0, from) + added + text.slice(to);
}

/** Says to a tree of `before` what has changed, so that it helps to parse `after`. */
function tell(tree: Tree, before: string, after: string, { from, to, text }: TextChange): void {
  tree.edit({
    startIndex: from,
    oldEndIndex: to,
    newEndIndex: from + text.length,
    startPosition: pointAt(before, from),
    oldEndPosition: pointAt(before, to),
    newEndPosition: pointAt(after, from + text.length),
    // The runtime reads only the fields; the two methods of its Edit class are helpers for callers.
  } as Parameters<Tree['edit']>[0]);
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', start)) {
    row++;
    start = at + 1;
  }
  return { row, column: offset - start };
}

import type { Tree, TreeCursor } from 'web-tree-sitter';

/**
 * A node of tree-sitter's tree as a plain object. Reading it once through a cursor and freeing the wasm side costs a
 * third of asking tree-sitter's own node objects, which cross into wasm for every child and every type.
 */
export interface SyntaxNode {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  /** Named children; under operators also the signs between them. Comments are left out. */
  readonly children: readonly SyntaxNode[];
}

const NO_CHILDREN: readonly SyntaxNode[] = [];

/** Where the words between the children say something that their order does not. */
const KEEPS_TOKENS = new Set([
  'binary_operator',
  'boolean_operator',
  'comparison_operator',
  'unary_operator',
  'augmented_assignment',
  'slice',
  'yield',
]);

/** Nothing inside them is looked at. */
const LEAVES = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'string_content',
  'format_specifier',
]);

const LEFT_OUT = new Set(['comment', 'line_continuation', 'string_start', 'string_end']);

/** What lies deeper is left out: the recursion here and after would exhaust the stack. */
const MAX_DEPTH = 3_000;

/** A statement of the module, read only when it is asked for. */
export interface TopNode {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  /** Something in it is no Python. */
  readonly hasError: boolean;
  /** Only while it is visited. */
  read(): SyntaxNode;
}

/** Visits the statements of a module; gives the module's own span where tree-sitter could make nothing of it as a whole. */
export function visitTopNodes(
  tree: Tree,
  text: string,
  visit: (node: TopNode) => void,
): { readonly from: number; readonly to: number } | undefined {
  const cursor = tree.walk();
  try {
    const { hasError } = tree.rootNode;
    const { nodeType, startIndex: from, endIndex: to } = cursor;
    new Reader(tree, cursor, text).visitChildren(hasError, visit);
    return nodeType === 'ERROR' ? { from, to } : undefined;
  } finally {
    cursor.delete();
  }
}

class Reader {
  private readonly types: readonly string[];
  private readonly cursor: TreeCursor;
  private depth = 0;
  /** By type id: whether a node of this type is worth a place. */
  private readonly kept: readonly boolean[];

  private readonly text: string;

  constructor(tree: Tree, cursor: TreeCursor, text: string) {
    this.text = text;
    this.types = tree.language.types;
    this.cursor = cursor;
    this.kept = keptTypes(tree);
  }

  private node(): SyntaxNode {
    const { cursor } = this;
    const type = this.types[cursor.nodeTypeId] ?? 'ERROR';
    const from = cursor.startIndex;
    return { type, from, to: cursor.endIndex, children: this.children(type, from) };
  }

  visitChildren(hasError: boolean, visit: (node: TopNode) => void): void {
    const { cursor } = this;
    if (!cursor.gotoFirstChild()) return;
    do {
      const id = cursor.nodeTypeId;
      if (!(this.kept[id] ?? true)) continue;
      visit({
        type: this.types[id] ?? 'ERROR',
        from: cursor.startIndex,
        to: cursor.endIndex,
        hasError: hasError && cursor.currentNode.hasError,
        read: () => this.node(),
      });
    } while (cursor.gotoNextSibling());
  }

  private children(type: string, from: number): readonly SyntaxNode[] {
    const { cursor } = this;
    if (LEAVES.has(type) || this.depth > MAX_DEPTH) return NO_CHILDREN;
    // Of a string without a prefix the text says all.
    if (type === 'string' && (this.text[from] === '"' || this.text[from] === "'")) return NO_CHILDREN;
    if (!cursor.gotoFirstChild()) return NO_CHILDREN;
    this.depth++;
    const tokens = KEEPS_TOKENS.has(type);
    const found: SyntaxNode[] = [];
    do {
      const id = cursor.nodeTypeId;
      const childType = this.types[id] ?? 'ERROR';
      if (this.kept[id] ?? true) {
        const from = cursor.startIndex;
        const to = cursor.endIndex;
        found.push({ type: childType, from, to, children: this.children(childType, from) });
      } else if (tokens) {
        found.push({ type: childType, from: cursor.startIndex, to: cursor.endIndex, children: NO_CHILDREN });
      }
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    this.depth--;
    return found;
  }
}

const kept = new WeakMap<object, readonly boolean[]>();

function keptTypes(tree: Tree): readonly boolean[] {
  const { language } = tree;
  let flags = kept.get(language);
  if (flags === undefined) {
    flags = Array.from(
      { length: language.types.length },
      (_, id) => language.nodeTypeIsNamed(id) && !LEFT_OUT.has(language.types[id] ?? ''),
    );
    kept.set(language, flags);
  }
  return flags;
}

import { Dialect, type ParseResult, parse } from '@polyglot-sql/sdk';

/** A node of the library's tree: an object with one field, named by its kind. */
export type Tree = Extract<ParseResult, { success: true }>['ast'][number];

export type Kind = Tree extends infer T ? (T extends T ? keyof T : never) : never;
export type Body<K extends Kind> = Extract<Tree, Readonly<Record<K, unknown>>>[K];

export type Identifier = Body<'column'>['name'];

export function kindOf(tree: Tree): Kind {
  return Object.keys(tree)[0] as Kind;
}

/** The body of a node, if it is of that kind. */
export function bodyOf<K extends Kind>(tree: Tree | null | undefined, kind: K): Body<K> | undefined {
  if (tree === null || tree === undefined || !(kind in tree)) return undefined;
  return (tree as unknown as Record<K, Body<K>>)[kind];
}

export type Parsed =
  | { readonly tree: Tree }
  /** Where it stands in the text, in UTF-16 units, and what it is. */
  | { readonly at: number; readonly message: string };

export function parseStatement(text: string): Parsed {
  const result = parse(text, Dialect.Spark);
  if (!result.success)
    return { at: fromCodePoints(text, result.errorStart), message: plainMessage(result.error) };
  const [tree] = result.ast;
  return tree === undefined ? { at: 0, message: 'There is no statement here.' } : { tree };
}

/** The library counts whole characters. */
function fromCodePoints(text: string, count: number | undefined): number {
  return [...text].slice(0, count ?? 0).join('').length;
}

function plainMessage(error: string): string {
  if (error.includes('DEPTH_EXCEEDED')) return 'This is nested too deeply to be read.';
  const what = error.replace(/^\w+ error at line \d+, column \d+: /, '').replace(/ near \[.*$/s, '');
  return `Spark would not understand this: ${what}.`;
}

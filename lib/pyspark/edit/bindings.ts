import type { Module, Stmt } from '../syntax/ast.ts';
import { nodesInside, pathTo, type SyntaxNode, type SyntaxPath } from '../syntax/walk.ts';
import { namesBoundBy } from './expression-text.ts';

/** A name that the text gives a value, and where. */
export interface Binding {
  readonly name: string;
  readonly from: number;
  readonly statement: SyntaxNode;
}

/** What is bound where an offset is: above it in its own function or at the top, and anywhere in the functions around. */
export function bindingsAt(module: Module, offset: number): readonly Binding[] {
  const path = pathTo(module, { from: offset, to: offset });
  const functions = functionsIn(path);
  const scopes = [module.body, ...functions.map((fn) => (fn.kind === 'function' ? fn.body : []))];
  const params = functions.flatMap((fn): readonly Binding[] =>
    fn.kind === 'function' || fn.kind === 'lambda'
      ? fn.params.map(({ name }) => ({ name, from: fn.from, statement: fn }))
      : [],
  );
  const inner = scopes.length - 1;
  const own = scopes.flatMap((body, index) =>
    body.flatMap((stmt) => [...bindingsOf(stmt)]).filter(({ from }) => index < inner || from < offset),
  );
  return [...params, ...own];
}

/** Functions and lambdas around a place, outermost first. */
export function functionsIn(path: SyntaxPath): readonly SyntaxNode[] {
  return path.filter(({ kind }) => kind === 'function' || kind === 'lambda');
}

/** Bindings of one scope: what stands in functions and classes inside it is theirs. */
export function* bindingsOf(node: SyntaxNode): Generator<Binding> {
  for (const name of boundHere(node)) yield { name, from: node.from, statement: node };
  if (node.kind === 'function' || node.kind === 'class' || node.kind === 'lambda') return;
  for (const inside of nodesInside(node)) yield* bindingsOf(inside);
}

function boundHere(node: SyntaxNode): readonly string[] {
  switch (node.kind) {
    case 'assign':
      return node.targets.flatMap(namesBoundBy);
    case 'annotated':
    case 'augmented':
    case 'for':
      return namesBoundBy(node.target);
    case 'with':
      return node.items.flatMap(({ target }) => (target ? namesBoundBy(target) : []));
    case 'try':
      return node.handlers.flatMap(({ name }) => name ?? []);
    case 'function':
    case 'class':
    case 'named':
      return [node.name];
    case 'import':
      return node.names.map(({ name, as }) => as ?? name.split('.')[0]!);
    case 'import-from':
      return (node.names ?? []).map(({ name, as }) => as ?? name);
    default:
      return [];
  }
}

/** The import statements whose names can be used there. */
export function importsAt(module: Module, offset: number): readonly Stmt[] {
  const isImport = (node: SyntaxNode): node is Stmt => node.kind === 'import' || node.kind === 'import-from';
  const found = new Set<Stmt>();
  const functions = functionsIn(pathTo(module, { from: offset, to: offset }));
  const search = (node: SyntaxNode): void => {
    if (isImport(node)) found.add(node);
    if (node.kind === 'function' || node.kind === 'class' || node.kind === 'lambda') return;
    for (const inside of nodesInside(node)) search(inside);
  };
  const inner = functions.at(-1);
  for (const stmt of module.body) if (inner || stmt.from < offset) search(stmt);
  for (const fn of functions)
    if (fn.kind === 'function') for (const stmt of fn.body) if (stmt.from < offset) search(stmt);
  return [...found];
}

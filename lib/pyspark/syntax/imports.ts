import type { Expr, Module } from './ast.ts';
import { dottedName, walkSyntax } from './walk.ts';

/** Full names of what a file imports, by the name that it has there: `from a.b import c as d` gives d -> a.b.c. */
export type Imports = ReadonlyMap<string, string>;

export function importsOf(module: Module | undefined): Imports {
  const found = new Map<string, string>();
  for (const node of module ? walkSyntax(module) : []) {
    if (node.kind === 'import')
      for (const { name, as } of node.names)
        found.set(as ?? name.split('.')[0]!, as ? name : name.split('.')[0]!);
    if (node.kind === 'import-from' && node.level === 0)
      for (const { name, as } of node.names ?? []) found.set(as ?? name, `${node.module}.${name}`);
  }
  return found;
}

/** `datetime.datetime.now` of `dt.now` after `from datetime import datetime as dt`; names that nobody imported stay. */
export function fullName(expr: Expr, imports: Imports): string | undefined {
  const written = dottedName(expr);
  if (written === undefined) return undefined;
  const [first, ...rest] = written.split('.');
  return [imports.get(first!) ?? first!, ...rest].join('.');
}

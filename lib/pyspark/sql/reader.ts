import type { Column } from '#lib/plan/analyze/column.ts';
import type { Query, WindowSpec } from '#lib/plan/analyze/query.ts';
import type { Identifier, Tree } from './library.ts';
import { FUNCTION, type Spelling } from './spelling.ts';

/** What reading a piece of a tree needs to know of its surroundings. */
export interface Reader {
  readonly spelling: Spelling;
  /** Named windows of the query block, by lower-case name. */
  readonly windows: ReadonlyMap<string, WindowSpec>;
  /** Parameters of the lambdas around, in lower case. */
  readonly lambdas: ReadonlySet<string>;
  /** Reads a subquery. */
  readonly query: (tree: Tree) => Query;
  readonly problem: (message: string) => void;
}

/** A name as the user wrote it: functions carry a prefix, and what only looked like a function does too. */
export function nameOf(identifier: Identifier): string {
  return plainName(identifier.name);
}

export function plainName(name: string): string {
  return name.startsWith(FUNCTION) ? name.slice(FUNCTION.length) : name;
}

/** Some names come joined by dots. */
export function partsOf(identifier: Identifier): readonly string[] {
  return identifier.quoted ? [nameOf(identifier)] : nameOf(identifier).split('.');
}

export function optionalName(identifier: Identifier | null | undefined): string | undefined {
  return identifier === null || identifier === undefined || identifier.name === ''
    ? undefined
    : nameOf(identifier);
}

export function call(fn: string, ...args: readonly Column[]): Column {
  return { kind: 'call', fn, args };
}

export function not(column: Column): Column {
  return call('not', column);
}

import type { Column } from '#lib/plan/analyze/column.ts';
import type { Query } from '#lib/plan/analyze/query.ts';

/** What SQL text says. Broken text gives problems, and the statements that could be read all the same. */
export interface ParsedSql {
  readonly statements: readonly Statement[];
  readonly problems: readonly SqlProblem[];
}

/** Offsets are in UTF-16 units. */
export interface SqlProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Names of tables and views are as written, in parts. */
export type Statement =
  | { readonly kind: 'query'; readonly query: Query }
  | CreateView
  | CreateTable
  | Insert
  | Merge
  | Cache
  | { readonly kind: 'uncache'; readonly name: readonly string[] }
  | { readonly kind: 'set'; readonly key: string; readonly value: string }
  | { readonly kind: 'use'; readonly name: readonly string[] }
  | { readonly kind: 'drop'; readonly what: 'view' | 'table'; readonly name: readonly string[] }
  /** `what` are its first words in lower case: `show tables`. */
  | { readonly kind: 'other'; readonly what: string };

export interface CreateView {
  readonly kind: 'create-view';
  readonly name: readonly string[];
  readonly temporary: boolean;
  readonly global: boolean;
  readonly replace: boolean;
  readonly columnNames?: readonly string[];
  readonly query: Query;
}

export interface CreateTable {
  readonly kind: 'create-table';
  readonly name: readonly string[];
  readonly format: string | undefined;
  readonly partitionBy: readonly string[];
  readonly bucketBy?: { readonly columns: readonly string[]; readonly count: number };
  readonly query: Query;
}

export interface Insert {
  readonly kind: 'insert';
  /** A table; or `directory` and a path. */
  readonly target: readonly string[];
  readonly directory: boolean;
  readonly overwrite: boolean;
  /** Columns of PARTITION (…). */
  readonly partitionBy: readonly string[];
  readonly query: Query;
}

/** MERGE joins its source with its target. */
export interface Merge {
  readonly kind: 'merge';
  readonly target: readonly string[];
  readonly source: Query;
  readonly on: Column | undefined;
}

export interface Cache {
  readonly kind: 'cache';
  readonly name: readonly string[];
  readonly lazy: boolean;
  /** CACHE TABLE name AS query. */
  readonly query?: Query;
}

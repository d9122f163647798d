import type { SourceRange } from '../program.ts';

/**
 * What somebody wants changed in the graph of a program, as plain data. Operations are named by their index in the
 * program's `operations`, as everywhere.
 */
export type GraphEdit = (
  | { readonly kind: 'delete'; readonly at: number }
  /**
   * With `before`, a later operation that reads what `after` gives, only this edge gets the operation; `input` tells which of
   * several it is, where `before` reads the same twice.
   */
  | {
      readonly kind: 'insert';
      readonly after: number;
      readonly before?: number;
      readonly input?: number;
      readonly operation: NewOperation;
    }
  | { readonly kind: 'move'; readonly at: number; readonly before: number }
  | { readonly kind: 'move'; readonly at: number; readonly after: number }
  | { readonly kind: 'arguments'; readonly at: number; readonly arguments: readonly ArgumentText[] }
  | { readonly kind: 'hint'; readonly at: number; readonly side: Side; readonly hint: JoinHintName | 'none' }
  | { readonly kind: 'cache'; readonly at: number }
  | { readonly kind: 'uncache'; readonly at: number }
  | { readonly kind: 'join-type'; readonly at: number; readonly how: JoinHow }
  | { readonly kind: 'swap-join'; readonly at: number }
) & {
  /** Goes on where other statements read what the edit changes; without it the answer names them. */
  readonly alsoOthers?: true;
};

export type Side = 'left' | 'right';

export const JOIN_HINTS = ['broadcast', 'merge', 'shuffle_hash', 'shuffle_replicate_nl'] as const;
export type JoinHintName = (typeof JOIN_HINTS)[number];

export const JOIN_HOWS = ['inner', 'left', 'right', 'full', 'left_semi', 'left_anti', 'cross'] as const;
export type JoinHow = (typeof JOIN_HOWS)[number];

/** An argument as Python text; `name` where it is given by keyword. */
export interface ArgumentText {
  readonly name?: string;
  readonly text: string;
}

/** A column by its name, as a Python expression (`F.col("a") + 1`), or as SQL. */
export type ColumnText = { readonly name: string } | { readonly python: string } | { readonly sql: string };

export interface NewAggregate {
  /** Of pyspark.sql.functions: `sum`, `count`, `max`, … */
  readonly function: string;
  /** Left out: of all rows, for `count` alone. */
  readonly column?: string;
  readonly as?: string;
}

export type NewOperation =
  | { readonly method: 'filter'; readonly condition: ColumnText }
  | { readonly method: 'select'; readonly columns: readonly ColumnText[] }
  | { readonly method: 'withColumn'; readonly name: string; readonly column: ColumnText }
  | { readonly method: 'drop'; readonly columns: readonly string[] }
  | { readonly method: 'distinct' }
  | { readonly method: 'dropDuplicates'; readonly columns: readonly string[] }
  | {
      readonly method: 'groupBy';
      readonly keys: readonly string[];
      readonly aggregates: readonly NewAggregate[];
    }
  | {
      readonly method: 'orderBy';
      readonly columns: readonly { readonly name: string; readonly descending?: boolean }[];
    }
  | { readonly method: 'limit'; readonly rows: number }
  | { readonly method: 'repartition'; readonly partitions?: number; readonly columns?: readonly string[] }
  | { readonly method: 'coalesce'; readonly partitions: number }
  | { readonly method: 'cache' }
  | { readonly method: 'hint'; readonly name: JoinHintName }
  /** `other` is the name of a DataFrame there; `on` the columns that both have, none for a cross join. */
  | {
      readonly method: 'join';
      readonly other: string;
      readonly on: readonly string[];
      readonly how: JoinHow;
    };

/** A replacement of `[from, to)` of a file; offsets are of the text before the whole edit, in UTF-16 units. */
export interface SourceEdit {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Operations that take or give DataFrames, and who takes whose result. */
export interface OperationGraph {
  /** `key`: the operation's index before the edit; `+0`, `+1`, … for new ones in the order of the text. */
  readonly nodes: readonly { readonly key: string; readonly method: string }[];
  /** `input` 0: what the method is called on; from 1 on: DataFrames among its arguments. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly input: number }[];
}

/** What the program shall be after an edit. */
export interface Intended {
  readonly graph: OperationGraph;
  /** Operations whose text is written anew, in the order of the new text: old ones by index, new ones by method. */
  readonly rewritten: readonly (number | string)[];
  /** `rows`: every result has the same rows and the same columns in the same order; `columns`: in any order. */
  readonly keeps: 'rows' | 'columns' | 'nothing';
}

/** Edits of a file come last first, so that they can be made one after the other. */
export interface PlannedEdit {
  readonly edits: readonly SourceEdit[];
  readonly intends: Intended;
}

export type EditAnswer =
  | ({ readonly ok: true } & PlannedEdit)
  /** `others`: the places that would change too, where nothing else is known to stand in the way. */
  | { readonly ok: false; readonly why: string; readonly others?: readonly SourceRange[] };

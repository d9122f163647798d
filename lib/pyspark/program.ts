import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { Rdd } from '#lib/plan/rdd/rdd.ts';

/** Where something stands in a source file. Lines are 1-based, columns 0-based, offsets in UTF-16 units. */
export interface SourceRange {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

/** One call on a DataFrame, an RDD, a reader or the session; its index in `operations` is the `at` of its plan nodes. */
export interface Operation {
  readonly method: string;
  /** The method's name. */
  readonly name: SourceRange;
  /** The call with its arguments, without what it is called on. */
  readonly range: SourceRange;
  /** Operations whose function call this one was made in, outermost first: a helper that is called twice has two. */
  readonly callers: readonly SourceRange[];
}

/** A call that makes Spark execute, with what it acts on and the settings in force there. */
export interface Action {
  readonly at: number;
  readonly method: string;
  readonly on:
    | { readonly kind: 'dataframe'; readonly plan: LogicalPlan; readonly frame: number }
    | { readonly kind: 'writer'; readonly plan: LogicalPlan; readonly frame: number }
    | { readonly kind: 'rdd'; readonly rdd: Rdd };
  /** Rows asked for: show(n), take(n), head(n), tail(n); undefined when there is no such number or it is unknown. */
  readonly rows: number | undefined;
  readonly conf: Readonly<Record<string, string>>;
  /** Conditions that depend on the run and under which it happens, outermost first. */
  readonly depends?: readonly string[];
}

/** A call that runs jobs although it is no action. */
export interface Eager {
  readonly at: number;
  readonly method: string;
  readonly conf: Readonly<Record<string, string>>;
  readonly depends?: readonly string[];
  /** `pivot-values`, `statistics`, `tree-aggregate`: the plan is that of the query that is run. */
  readonly does:
    | { readonly kind: 'infer-schema'; readonly format: string; readonly source: string }
    | { readonly kind: 'list-files'; readonly paths: number }
    | { readonly kind: 'pivot-values'; readonly plan: LogicalPlan }
    | { readonly kind: 'materialize'; readonly plan: LogicalPlan }
    | { readonly kind: 'statistics'; readonly plan: LogicalPlan }
    | { readonly kind: 'tree-aggregate'; readonly plan: LogicalPlan }
    | { readonly kind: 'rdd-sort'; readonly rdd: Rdd }
    | { readonly kind: 'rdd-count'; readonly rdd: Rdd };
}

/** What a program does with Spark, as far as its text tells. */
export interface Program {
  readonly operations: readonly Operation[];
  /** In the order in which they run; a statement in a loop over known values stands once for each turn. */
  readonly steps: readonly (Action | Eager)[];
  readonly unresolved: readonly UnresolvedText[];
}

export interface UnresolvedText {
  readonly where: SourceRange;
  readonly what: string;
  readonly effect: string;
}

import type { Bound } from './api/signature.ts';
import type { SourceRange } from './program.ts';
import type { Args, Value } from './values/value.ts';

/**
 * One call as the interpreter made it, for those who look at calls rather than at plans: methods of PySpark's objects,
 * functions that Python or PySpark bring, and calls of what nobody knows that were given something of Spark.
 */
export interface SparkCall {
  readonly kind: 'method' | 'function' | 'unknown';
  readonly method: string;
  /** Its index in the program's operations, where it is one of them. */
  readonly at: number | undefined;
  readonly on: Value | undefined;
  readonly args: Args;
  /** The arguments by PySpark's signature; undefined for functions. */
  readonly bound: Bound | undefined;
  readonly gives: Value;
  readonly name: SourceRange;
  readonly range: SourceRange;
  readonly callers: readonly SourceRange[];
  /** Conditions that depend on the run and under which it is made, outermost first. */
  readonly conditions: readonly string[];
  /** The program's steps that it made: from, and up to before. */
  readonly steps: readonly [from: number, to: number];
}

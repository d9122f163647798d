import type { Attribute, PythonUdf } from '../expression/expression.ts';
import type { DataType } from '../types/data-type.ts';
import type { Query } from './query.ts';

/**
 * Columns as people write them, in PySpark (`F.col("a") + 1`) and in SQL alike: names are not resolved yet and nothing
 * has a type. The analyzer turns them into expressions against a plan.
 */
export type Column =
  | Name
  | Reference
  | Star
  | Value
  | FunctionCall
  | Named
  | CastTo
  | Ordered
  | Over
  | LambdaColumn
  | LambdaParameter
  | UdfCall
  | QueryColumn
  | UnknownColumn;

/** `a`, `t.a`, `s.field`: what it means depends on the plan. A part in backticks is one part. */
export interface Name {
  readonly kind: 'name';
  readonly parts: readonly string[];
}

/** `df["a"]`, `df.a`: the attribute of the plan it was asked of. */
export interface Reference {
  readonly kind: 'reference';
  readonly attribute: Attribute;
}

export interface Star {
  readonly kind: 'star';
  readonly qualifier: readonly string[];
  readonly except?: readonly string[];
  /** `df["*"]`: the columns of that DataFrame, wherever they are now. */
  readonly of?: readonly Attribute[];
}

export interface Value {
  readonly kind: 'value';
  readonly value: string | number | bigint | boolean | null;
  readonly type: DataType;
}

export interface FunctionCall {
  readonly kind: 'call';
  /** Spark SQL's name in lower case; operators by their sign: `+`, `and`, `not`, `=`, `<=>`, `[]`, `.field`, `case`. */
  readonly fn: string;
  readonly args: readonly Column[];
  readonly distinct?: boolean;
  readonly filter?: Column;
  readonly ignoreNulls?: boolean;
}

/** `alias("n")`; several names for a generator with several columns. */
export interface Named {
  readonly kind: 'named';
  readonly child: Column;
  readonly names: readonly string[];
}

export interface CastTo {
  readonly kind: 'cast-to';
  readonly child: Column;
  readonly type: DataType;
  /** try_cast: null where a cast fails. */
  readonly try?: boolean;
}

export interface Ordered {
  readonly kind: 'ordered';
  readonly child: Column;
  readonly direction: 'asc' | 'desc';
  /** undefined: first when ascending, last when descending. */
  readonly nulls: 'first' | 'last' | undefined;
}

export interface Over {
  readonly kind: 'over';
  readonly fn: Column;
  readonly partitionBy: readonly Column[];
  readonly orderBy: readonly Column[];
  readonly frame: string | undefined;
}

export interface LambdaColumn {
  readonly kind: 'lambda-column';
  readonly params: readonly string[];
  readonly body: Column;
}

export interface LambdaParameter {
  readonly kind: 'lambda-parameter';
  readonly name: string;
}

export interface UdfCall {
  readonly kind: 'udf';
  readonly name: string;
  readonly args: readonly Column[];
  readonly type: DataType;
  readonly mode: PythonUdf['mode'];
  readonly deterministic: boolean;
}

/** A subquery in an expression. */
export interface QueryColumn {
  readonly kind: 'query';
  readonly use: 'scalar' | 'exists' | 'in';
  readonly values: readonly Column[];
  readonly query: Query;
}

/** A column that the program computes in a way that cannot be known. */
export interface UnknownColumn {
  readonly kind: 'unknown';
  readonly why: string;
  /** Columns that flow into it as far as they are known. */
  readonly reads: readonly Column[];
}

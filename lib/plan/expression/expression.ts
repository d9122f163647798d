import type { LogicalPlan } from '../logical/logical-plan.ts';
import type { DataType } from '../types/data-type.ts';

/**
 * Resolved expressions, as Spark's analyzer leaves them: every column is an attribute with an id (Spark's exprId), every
 * expression has a type. Expressions are plain values and are never changed.
 */
export type Expression =
  | Attribute
  | OuterReference
  | Literal
  | Alias
  | Cast
  | Call
  | PythonUdf
  | SortOrder
  | WindowExpression
  | Lambda
  | ScalarSubquery
  | Exists
  | InSubquery;

export interface Attribute {
  readonly kind: 'attribute';
  /** Unique within a prediction: names may repeat, ids do not. */
  readonly id: number;
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
  /** What may stand before the name: a table, its alias, a path of both. */
  readonly qualifier: readonly string[];
}

/** A column of the query around a subquery. */
export interface OuterReference {
  readonly kind: 'outer';
  readonly attribute: Attribute;
}

export interface Literal {
  readonly kind: 'literal';
  /** Dates and timestamps as text, decimals and large integers as bigint or text. */
  readonly value: string | number | bigint | boolean | null;
  readonly type: DataType;
}

/** A name, and a new id, for the value of an expression. */
export interface Alias {
  readonly kind: 'alias';
  readonly child: Expression;
  readonly name: string;
  readonly id: number;
  /** What may stand before the name, where the alias only renews the id of a column. */
  readonly qualifier?: readonly string[];
}

export interface Cast {
  readonly kind: 'cast';
  readonly child: Expression;
  readonly type: DataType;
  /** Whether the analyzer put it there; the names that Spark gives to columns leave such casts out. */
  readonly implicit?: true;
  /** Fails instead of giving null. */
  readonly ansi?: true;
}

/** Any function or operator. */
export interface Call {
  readonly kind: 'call';
  /** Spark's name in lower case: `sum`, `+`, `and`, `isnotnull`, `<=>`, `case` (condition, value, …, otherwise). */
  readonly fn: string;
  readonly args: readonly Expression[];
  readonly type: DataType;
  readonly nullable: boolean;
  readonly role: 'scalar' | 'aggregate' | 'window' | 'generator';
  readonly deterministic: boolean;
  readonly distinct?: boolean;
  /** `FILTER (WHERE …)` of an aggregate. */
  readonly filter?: Expression;
  /** The other name of the function by which it was called, which Spark keeps for the column's name: `mean`. */
  readonly written?: string;
}

export interface PythonUdf {
  readonly kind: 'python-udf';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly type: DataType;
  /** How rows travel to Python and back. */
  readonly mode:
    | 'batch'
    | 'arrow'
    | 'pandas'
    | 'pandas-iterator'
    | 'grouped-aggregate'
    | 'window-aggregate'
    | 'table';
  readonly deterministic: boolean;
}

export interface SortOrder {
  readonly kind: 'sort-order';
  readonly child: Expression;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

export interface WindowExpression {
  readonly kind: 'window';
  readonly fn: Expression;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly SortOrder[];
  /** The frame as written, in SQL's words; undefined for the default one. */
  readonly frame: string | undefined;
}

/** `x -> x + 1`: its parameters are attributes that nothing outside knows. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly params: readonly Attribute[];
  readonly body: Expression;
}

export interface ScalarSubquery {
  readonly kind: 'scalar-subquery';
  readonly plan: LogicalPlan;
  readonly id: number;
  /** Of the plan's only column; unknown when left out. */
  readonly type?: DataType;
}

export interface Exists {
  readonly kind: 'exists';
  readonly plan: LogicalPlan;
}

export interface InSubquery {
  readonly kind: 'in-subquery';
  readonly values: readonly Expression[];
  readonly plan: LogicalPlan;
  /** Whether a column of the plan may be null; so it is taken to be when left out. */
  readonly nullable?: boolean;
}

/** What may stand in the output list of a node. */
export type NamedExpression = Attribute | Alias;

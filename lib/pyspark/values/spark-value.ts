import type { Grouping } from '#lib/plan/analyze/analyzer.ts';
import type { Column } from '#lib/plan/analyze/column.ts';
import type { PythonUdf } from '#lib/plan/expression/expression.ts';
import type { LogicalPlan } from '#lib/plan/logical/logical-plan.ts';
import type { Rdd } from '#lib/plan/rdd/rdd.ts';
import type { DataType, Field } from '#lib/plan/types/data-type.ts';
import type { Value } from './value.ts';

/** Objects of PySpark. */
export type SparkValue =
  | SessionValue
  | BuilderValue
  | SparkConfValue
  | ContextValue
  | FrameValue
  | ColumnValue
  | GroupedValue
  | CogroupedValue
  | WindowSpecValue
  | ReaderValue
  | WriterValue
  | WriterV2Value
  | HelperValue
  | RddValue
  | BroadcastValue
  | AccumulatorValue
  | UdfValue
  | TypeValue
  | FieldValue
  | RowClassValue
  | WhenValue
  | OpaqueValue
  | PandasFrameValue;

export interface SessionValue {
  readonly kind: 'session';
}
/** `SparkSession.builder`: settings collect here until getOrCreate. */
export interface BuilderValue {
  readonly kind: 'builder';
  readonly conf: Map<string, string>;
}
export interface SparkConfValue {
  readonly kind: 'spark-conf';
  readonly conf: Map<string, string>;
}
export interface ContextValue {
  readonly kind: 'context';
}

export interface FrameValue {
  readonly kind: 'frame';
  readonly plan: LogicalPlan;
  /** Of the DataFrame object: what ran for one object is not known to another one with the same plan. */
  readonly frame: number;
  readonly streaming?: boolean;
}

export interface ColumnValue {
  readonly kind: 'column';
  readonly column: Column;
}
/** `F.when(…)`: a column to which `.when` and `.otherwise` may be added. */
export interface WhenValue {
  readonly kind: 'when';
  readonly branches: readonly Column[];
}

export interface GroupedValue extends Grouping {
  readonly kind: 'grouped';
  readonly frame: FrameValue;
}
export interface CogroupedValue {
  readonly kind: 'cogrouped';
  readonly left: GroupedValue;
  readonly right: GroupedValue;
}

export interface WindowSpecValue {
  readonly kind: 'window-spec';
  readonly partitionBy: readonly Column[];
  readonly orderBy: readonly Column[];
  readonly frame: string | undefined;
}

export interface ReaderValue {
  readonly kind: 'reader';
  readonly streaming: boolean;
  readonly format: string | undefined;
  readonly options: ReadonlyMap<string, Value>;
  readonly fields: readonly Field[] | undefined;
}
export interface WriterValue {
  readonly kind: 'writer';
  readonly streaming: boolean;
  readonly frame: FrameValue;
  readonly format: string | undefined;
  readonly options: ReadonlyMap<string, Value>;
  readonly partitionBy: readonly string[];
  readonly bucketBy: { readonly columns: readonly string[]; readonly count: number } | undefined;
  readonly foreachBatch?: Value;
}
export interface WriterV2Value {
  readonly kind: 'writer-v2';
  readonly frame: FrameValue;
  readonly table: string | undefined;
  readonly format: string | undefined;
}

/** Accessors that have no state of their own: `df.na`, `df.stat`, `spark.catalog`, `spark.conf`, `spark.udf`. */
export interface HelperValue {
  readonly kind: 'na' | 'stat' | 'catalog' | 'conf' | 'udf-registration' | 'query' | 'dbutils';
  readonly of: Value;
}

export interface RddValue {
  readonly kind: 'rdd';
  readonly rdd: Rdd;
  /** Rows when the program holds them itself, for createDataFrame. */
  readonly items?: readonly Value[];
  /** What its elements are like, worked out only when a DataFrame is made of it. */
  readonly element?: () => Value;
}

export interface BroadcastValue {
  readonly kind: 'broadcast';
  readonly value: Value;
}
export interface AccumulatorValue {
  readonly kind: 'accumulator';
}

export interface UdfValue {
  readonly kind: 'udf';
  readonly name: string;
  readonly type: DataType;
  readonly mode: PythonUdf['mode'];
  readonly deterministic: boolean;
  readonly fn: Value;
}

export interface TypeValue {
  readonly kind: 'type';
  readonly type: DataType;
  /** A StructType is filled in place by `add`. */
  fields?: Field[];
}
export interface FieldValue {
  readonly kind: 'field';
  readonly field: Field;
}

/** `Row("name", "age")`: calls of it make rows with these names. */
export interface RowClassValue {
  readonly kind: 'row-class';
  readonly names: readonly string[];
}

/** Of a library that is not modelled (ML, pandas-on-Spark, …), with what the program passed in. */
export interface OpaqueValue {
  readonly kind: 'opaque';
  readonly what: string;
  readonly library: 'ml' | 'pandas-on-spark' | 'other';
  readonly settings: ReadonlyMap<string, Value>;
}

/** A pandas DataFrame: its columns and the number of its rows as far as the program says them. */
export interface PandasFrameValue {
  readonly kind: 'pandas-frame';
  readonly fields: readonly Field[] | undefined;
  readonly rows: number | undefined;
}

import type { DataType } from '#lib/plan/types/data-type.ts';
import type { SqlValue } from '../rows/sql-value.ts';

/** A function of values that are there: null for any null argument is seen to before. */
export type ScalarFunction = (
  args: readonly Exclude<SqlValue, null>[],
  types: readonly DataType[],
  result: DataType,
) => SqlValue;

/** A function that looks at nulls itself. */
export type NullableFunction = (
  args: readonly SqlValue[],
  types: readonly DataType[],
  result: DataType,
) => SqlValue;

import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import type { SparkVersion } from '#lib/plan/settings.ts';
import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import { CaseInput, MAX_PARTITIONS } from '#lib/simulator/cases/read-input.ts';
import {
  rangeBounds,
  rangeReservoir,
  rangeRows,
  SAMPLES_PER_PARTITION,
} from '#lib/simulator/placement/range-bounds.ts';
import { sliceBatches, sliceRows } from '#lib/simulator/placement/slicing.ts';
import { sortByKeyRows } from '#lib/simulator/placement/sort-by-key.ts';
import { compareValues } from '#lib/simulator/rows/compare-values.ts';
import type { SqlValue } from '#lib/simulator/rows/sql-value.ts';
import { readRows, type SqlRows, sqlRows } from './sql-rows.ts';

const SORT_BY_KEY = 'pyspark rdd.sortByKey';

/** Rows of each partition of `repartitionByRange(n, order)`, or of PySpark's sortByKey. */
export const rangePartition: CaseKind = {
  kind: 'range-partition',
  run(input, spark) {
    const api = input.optional('api');
    if (api === undefined) return byRange(input, spark);
    api.oneOf([SORT_BY_KEY]);
    return sortedByKey(input, spark);
  },
};

function byRange(input: CaseInput, spark: SparkVersion) {
  const partitions = input.field('numPartitions').integer(1, MAX_PARTITIONS);
  const samples =
    input.optional('sampleSizePerPartition')?.integer(1, MAX_PARTITIONS) ?? SAMPLES_PER_PARTITION;
  const inputs = input.field('inputPartitions').integer(1, MAX_PARTITIONS);
  const slices = sliceRows(readRows(input), inputs);
  const most = rangeReservoir(inputs, partitions, samples);
  if (partitions > 1 && slices.some((rows) => rows > most)) {
    const said = formatCount(most);
    throw new UserError(`Spark draws keys at random where an input partition has more than ${said} rows.`);
  }
  const keys = keysOf(sqlRows(input.field('valueOfRowId'), spark), slices);
  const compare = readOrder(input.field('order'));
  const { bounds } = rangeBounds(keys, partitions, samples, compare);
  const rowsPerPartition = rangeRows(keys, bounds, compare);
  return { numPartitions: rowsPerPartition.length, rowsPerPartition };
}

/** The key is Python over the row's number i; for the operators that both have it reads as SQL, but for `%` of negatives. */
function sortedByKey(input: CaseInput, spark: SparkVersion) {
  const key = input.field('key');
  const text = key.text(10_000).replaceAll('//', ' div ');
  const values = sqlRows(new CaseInput(text, key.path), spark, 'i');
  const inputs = input.field('inputPartitions').integer(1, MAX_PARTITIONS);
  const partitions = input.field('numPartitions').integer(1, MAX_PARTITIONS);
  const ascending = input.optional('ascending')?.boolean() ?? true;
  const keys = keysOf(values, sliceBatches(readRows(input), inputs));
  return { rowsPerPartition: sortByKeyRows(keys, partitions, ascending, compareValues) };
}

function keysOf({ valuesOf }: SqlRows, slices: readonly number[]): readonly (readonly SqlValue[])[] {
  let next = 0;
  return slices.map((rows) => Array.from({ length: rows }, () => valuesOf(next++)[0] ?? null));
}

/** `k`, `k desc`, `k asc nulls last`: nulls come first in rising order and last in falling order unless said. */
function readOrder(input: CaseInput): (a: SqlValue, b: SqlValue) => number {
  const match = /^\s*\w+(?:\s+(asc|desc))?(?:\s+nulls\s+(first|last))?\s*$/i.exec(input.text(1000));
  if (!match) return input.refuse('a column, asc or desc, nulls first or nulls last');
  const sign = match[1]?.toLowerCase() === 'desc' ? -1 : 1;
  const nullSign = (match[2]?.toLowerCase() ?? (sign === 1 ? 'first' : 'last')) === 'first' ? 1 : -1;
  return (a, b) => compareValues(a, b) * (a === null || b === null ? nullSign : sign);
}

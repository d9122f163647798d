import type { CaseKind } from '#lib/simulator/cases/case-kind.ts';
import { MAX_PARTITIONS } from '#lib/simulator/cases/read-input.ts';
import { hashRow } from '#lib/simulator/placement/hash-value.ts';
import { partitionOfHash } from '#lib/simulator/placement/murmur3.ts';
import { readRows, readSqlType, sqlRows } from './sql-rows.ts';

/** Rows of each partition of `repartition(n, column)`, where the column is SQL over the row's number. */
export const hashPlacement: CaseKind = {
  kind: 'hash-placement',
  run(input, spark) {
    const rows = readRows(input);
    const partitions = input.field('numPartitions').integer(1, MAX_PARTITIONS);
    const type = readSqlType(input.field('sqlType'));
    const { types, valuesOf } = sqlRows(input.field('valueOfRowId'), spark, 'id', type);
    const rowsPerPartition = Array<number>(partitions).fill(0);
    for (let row = 0; row < rows; row++)
      rowsPerPartition[partitionOfHash(hashRow(valuesOf(row), types), partitions)]!++;
    return { rowsPerPartition };
  },
};

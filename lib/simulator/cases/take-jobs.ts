import { TAKE_ACTIONS, takeJobs } from '../run/take-jobs.ts';
import type { CaseKind } from './case-kind.ts';
import { MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

const MOST_ROWS_ASKED = 2 ** 31 - 2;

export const takeJobsKind: CaseKind = {
  kind: 'take-jobs',
  run(input, spark) {
    const rows = input
      .field('rowsPerPartition')
      .list((partition) => partition.integer(0, MAX_BYTES), MAX_PARTITIONS);
    const maxRows = input.optional('maxRows')?.integer(0, MAX_BYTES) ?? evenRows(rows);
    const action = input.field('action').oneOf(TAKE_ACTIONS);
    const n = input.optional('n')?.integer(0, MOST_ROWS_ASKED) ?? 1;
    const first = input.optional('initialNumPartitions')?.integer(1, MAX_PARTITIONS) ?? 1;
    const factor = input.optional('scaleUpFactor')?.integer(1, MAX_PARTITIONS) ?? 4;
    const conf = {
      'spark.sql.limit.initialNumPartitions': String(first),
      'spark.sql.limit.scaleUpFactor': String(factor),
    };
    return {
      tasksPerJob: takeJobs({ action, n, rowsPerPartition: rows, maxRows }, { spark, cores: 1, conf }),
    };
  },
};

/** Rows before any filter, which a case does not tell: as if every partition had been as full as the fullest one is. */
function evenRows(rows: readonly number[]): number {
  return rows.length * rows.reduce((most, each) => Math.max(most, each), 1);
}

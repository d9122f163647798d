import { UserError } from '#lib/base/assert.ts';
import { formatCount } from '#lib/base/format.ts';
import { roundRobinRows } from '../placement/round-robin.ts';
import type { CaseKind } from './case-kind.ts';
import { MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

/** Every input partition deals out to every output partition. */
const MOST_DEALS = 100_000_000;

/** Rows of each partition of `repartition(n)`. */
export const roundRobin: CaseKind = {
  kind: 'round-robin',
  run(input) {
    const rows = input
      .field('rowsPerInputPartition')
      .list((count) => count.integer(0, MAX_BYTES), MAX_PARTITIONS);
    const partitions = input.field('numPartitions').integer(1, MAX_PARTITIONS);
    if (rows.length * partitions > MOST_DEALS)
      throw new UserError(`Input times output partitions may be at most ${formatCount(MOST_DEALS)}.`);
    return { rowsPerPartition: roundRobinRows(rows, partitions) };
  },
};

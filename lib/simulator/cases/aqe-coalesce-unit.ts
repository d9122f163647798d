import { coalesceShuffles, coalesceTarget, totalBytes } from '../aqe/coalesce-shuffles.ts';
import type { CaseKind } from './case-kind.ts';
import { MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

const MOST_REDUCERS = 2 ** 31 - 1;

/** ShufflePartitionsUtil.coalescePartitions by itself: sizes in, ranges of reducers out; no ranges when nothing changes. */
export const aqeCoalesceUnit: CaseKind = {
  kind: 'aqe-coalesce-unit',
  run(input) {
    const sizes = input
      .field('bytesByReducerOfShuffle')
      .list((shuffle) => shuffle.list((bytes) => bytes.integer(0, MAX_BYTES), MAX_PARTITIONS));
    const advisoryBytes = input.field('advisoryBytes').integer(0, MAX_BYTES);
    const minPartitionNum = input.field('minNumPartitions').integer(1, MOST_REDUCERS);
    const minPartitionBytes = input.field('minPartitionBytes').integer(0, MAX_BYTES);
    const targetBytes = coalesceTarget(totalBytes(sizes), advisoryBytes, minPartitionNum, minPartitionBytes);
    const coalesced = coalesceShuffles(
      { sizes, reads: sizes.map(() => undefined) },
      { targetBytes, minPartitionBytes, maxReducersPerTask: MOST_REDUCERS },
    );
    const ranges = coalesced?.merged.map(({ startReducer, endReducer }) => [startReducer, endReducer]);
    return { specs: ranges === undefined ? [] : sizes.map(() => ranges) };
  },
};

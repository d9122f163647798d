import { BYPASS_MERGE_THRESHOLD, shuffleWriter as writerOf } from '../run/shuffle-writer.ts';
import type { CaseKind } from './case-kind.ts';

/** Spark's own limit of partitions. */
const MOST_REDUCERS = 2 ** 31 - 1;

/** How the map tasks of a shuffle write. */
export const shuffleWriter: CaseKind = {
  kind: 'shuffle-writer',
  run: (input) => ({
    writer: writerOf({
      numReducers: input.field('numReducers').integer(1, MOST_REDUCERS),
      mapSideCombine: input.field('mapSideCombine').boolean(),
      bypassMergeThreshold:
        input.optional('bypassMergeThreshold')?.integer(-MOST_REDUCERS, MOST_REDUCERS) ??
        BYPASS_MERGE_THRESHOLD,
      relocatable: input.optional('relocatable')?.boolean() ?? true,
    }),
  }),
};

import { splitByTarget } from '../aqe/split-by-target.ts';
import type { CaseKind } from './case-kind.ts';
import { MAX_BYTES } from './read-input.ts';

/** ShufflePartitionsUtil.splitSizeListByTargetSize by itself: where the pieces of a skewed reducer start. */
export const splitByTargetUnit: CaseKind = {
  kind: 'split-by-target-unit',
  run(input) {
    const sizes = input.field('bytesByMap').list((bytes) => bytes.integer(0, MAX_BYTES));
    const target = input.field('targetBytes').integer(0, MAX_BYTES);
    const smallFactor = input.field('smallPartitionFactor').number(0, 1);
    return { startIndices: splitByTarget(sizes, target, smallFactor) };
  },
};

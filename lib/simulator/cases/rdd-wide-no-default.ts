import { RDD_OPERATIONS, type RddInputs, rddPartitions } from '../placement/rdd-partitions.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_PARTITIONS } from './read-input.ts';

/** What the names of RDD operations begin with. */
export const RDD_API = 'pyspark rdd.';

/** Partitions of wide RDD operations where spark.default.parallelism is not set. */
export const rddWideNoDefault: CaseKind = {
  kind: 'rdd-wide-no-default',
  run: (input) => ({ numPartitions: readRddPartitions(input) }),
};

/** Partitions that both sides are laid out into before, where a variant does not say how many. */
const COPARTITIONED = 6;

/** `join`, `join-n4` (given 4 partitions), `join-copartitioned-6` (both lie by key), `reduceByKey-after-partitionBy-6`. */
export function readRddPartitions(input: CaseInput): number {
  const api = input.field('api');
  const [name = '', ...variant] = api.text(1000).slice(RDD_API.length).split('-');
  const operation = RDD_OPERATIONS.find((each) => each === name);
  if (operation === undefined) return api.refuse(`${RDD_API} and one of ${RDD_OPERATIONS.join(', ')}`);
  const inputs: RddInputs = {
    left: { partitions: input.field('leftPartitions').integer(0, MAX_PARTITIONS), partitioned: false },
    right: {
      partitions: input.optional('rightPartitions')?.integer(0, MAX_PARTITIONS) ?? 0,
      partitioned: false,
    },
    given: undefined,
    defaultParallelism: input.optional('sparkDefaultParallelism')?.integer(1, MAX_PARTITIONS),
  };
  return rddPartitions(operation, varied(inputs, variant.join('-'), api));
}

function varied(inputs: RddInputs, variant: string, api: CaseInput): RddInputs {
  if (variant === '') return inputs;
  const [, what, count] = /^(n|copartitioned|after-partitionBy)-?(\d{1,6})?$/.exec(variant) ?? [];
  const partitions = Number(count ?? COPARTITIONED);
  switch (what) {
    case 'n':
      return { ...inputs, given: partitions };
    case 'copartitioned':
      return { ...inputs, left: { partitions, partitioned: true }, right: { partitions, partitioned: true } };
    case 'after-partitionBy':
      return { ...inputs, left: { partitions, partitioned: true } };
    default:
      return api.refuse('an operation, or one with -n4, -copartitioned-6 or -after-partitionBy-6');
  }
}

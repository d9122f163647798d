import type { JoinStrategyHint, JoinType } from '#lib/plan/logical/logical-plan.ts';
import { chooseJoin } from '../plan/choose-join.ts';
import type { CaseKind } from './case-kind.ts';
import { MAX_BYTES, MAX_PARTITIONS } from './read-input.ts';

const JOIN_TYPES: Readonly<Record<string, JoinType>> = {
  inner: 'Inner',
  cross: 'Cross',
  left: 'LeftOuter',
  right: 'RightOuter',
  full: 'FullOuter',
  left_semi: 'LeftSemi',
  left_anti: 'LeftAnti',
};

const HINTS: Readonly<Record<string, JoinStrategyHint>> = {
  broadcast: 'BROADCAST',
  merge: 'MERGE',
  shuffle_hash: 'SHUFFLE_HASH',
  shuffle_replicate_nl: 'SHUFFLE_REPLICATE_NL',
};

const MOST_BYTES = 2n ** 63n - 1n;

/** Which join operator the planner takes without adaptive execution, and the side it builds. */
export const joinSelection: CaseKind = {
  kind: 'join-selection',
  run(input, spark) {
    const joinType = JOIN_TYPES[input.field('joinType').oneOf(Object.keys(JOIN_TYPES))]!;
    const condition = input.field('condition').oneOf(['equi', 'nonEqui', 'none']);
    const side = input.optional('hintSide')?.oneOf(['left', 'right', 'both']);
    const hintName = input.optional('hint')?.oneOf(Object.keys(HINTS));
    const hint = hintName === undefined ? undefined : HINTS[hintName];
    const sizeOf = (field: string) => Number(input.field(field).bigint(0n, MOST_BYTES));
    const conf = {
      'spark.sql.adaptive.enabled': String(input.optional('adaptiveEnabled')?.boolean() ?? false),
      'spark.sql.autoBroadcastJoinThreshold': String(
        input.field('autoBroadcastJoinThresholdBytes').integer(-1, MAX_BYTES),
      ),
      'spark.sql.shuffle.partitions': String(input.field('shufflePartitions').integer(1, MAX_PARTITIONS)),
      'spark.sql.join.preferSortMergeJoin': String(input.field('preferSortMergeJoin').boolean()),
      'spark.sql.shuffledHashJoinFactor': String(
        input.optional('shuffledHashJoinFactor')?.integer(1, 1000) ?? 3,
      ),
    };
    const { operator, buildSide } = chooseJoin(
      {
        joinType,
        condition,
        ...(hint && side !== 'right' ? { leftHint: hint } : {}),
        ...(hint && side !== 'left' ? { rightHint: hint } : {}),
        leftBytes: sizeOf('leftSizeInBytes'),
        rightBytes: sizeOf('rightSizeInBytes'),
      },
      { spark, cores: 1, conf },
    );
    return { operator, buildSide };
  },
};

import { bytes, count, defaultParallelism, flag, isAtLeast } from '#lib/plan/conf.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';

/** What the rules over shuffle reads are set to; defaults are those of SQLConf. Sizes in bytes. */
export interface AqeSettings {
  readonly advisoryBytes: number;
  readonly coalesce: boolean;
  /** A coalesced partition is not made smaller than this. */
  readonly minPartitionBytes: number;
  /** Partitions that a stage keeps at least: the cluster's parallelism, unless parallelismFirst is off. */
  readonly minPartitionNum: number;
  /** 4.3: no task reads more reducers than this. */
  readonly maxReducersPerTask: number;
  readonly skewJoin: boolean;
  readonly skewFactor: number;
  readonly skewThresholdBytes: number;
  readonly forceSkewJoin: boolean;
  readonly rebalanceSkew: boolean;
  readonly rebalanceSmallFactor: number;
  readonly localRead: boolean;
  /** Whether a stage that nothing follows is treated like the others. */
  readonly finalStage: boolean;
  /** 4.0: below a nested loop or a cartesian product, whose output explodes, partitions stay as small as allowed. */
  readonly smallBelowExplodingJoin: boolean;
  /** 4.1: a union of inputs that lie alike keeps how they lie, and they are coalesced together. */
  readonly unionKeepsPartitioning: boolean;
  /** 4.3: the streamed side of a broadcast join is split when it is not read locally. */
  readonly splitsStreamedSide: boolean;
}

const ADAPTIVE = 'spark.sql.adaptive';
const COALESCE = `${ADAPTIVE}.coalescePartitions`;
const MIB = 2 ** 20;
const UNLIMITED = 2 ** 31 - 1;

export function aqeSettings(settings: PlanSettings): AqeSettings {
  const deprecated = bytes(settings, `${ADAPTIVE}.shuffle.targetPostShuffleInputSize`, 64 * MIB);
  const spread = flag(settings, `${COALESCE}.parallelismFirst`, true) ? defaultParallelism(settings) : 1;
  return {
    advisoryBytes: bytes(settings, `${ADAPTIVE}.advisoryPartitionSizeInBytes`, deprecated),
    coalesce: flag(settings, `${COALESCE}.enabled`, true),
    minPartitionBytes: bytes(settings, `${COALESCE}.minPartitionSize`, MIB),
    minPartitionNum: count(settings, `${COALESCE}.minPartitionNum`, spread),
    maxReducersPerTask: isAtLeast(settings, '4.3')
      ? count(settings, `${COALESCE}.maxReducerPartitionsPerTask`, UNLIMITED)
      : UNLIMITED,
    skewJoin: flag(settings, `${ADAPTIVE}.skewJoin.enabled`, true),
    skewFactor: count(settings, `${ADAPTIVE}.skewJoin.skewedPartitionFactor`, 5),
    skewThresholdBytes: bytes(settings, `${ADAPTIVE}.skewJoin.skewedPartitionThresholdInBytes`, 256 * MIB),
    forceSkewJoin: flag(settings, `${ADAPTIVE}.forceOptimizeSkewedJoin`, false),
    rebalanceSkew: flag(settings, `${ADAPTIVE}.optimizeSkewsInRebalancePartitions.enabled`, true),
    rebalanceSmallFactor: count(settings, `${ADAPTIVE}.rebalancePartitionsSmallPartitionFactor`, 0.2),
    localRead: flag(settings, `${ADAPTIVE}.localShuffleReader.enabled`, true),
    finalStage: flag(settings, `${ADAPTIVE}.applyFinalStageShuffleOptimizations`, true),
    smallBelowExplodingJoin: isAtLeast(settings, '4.0'),
    unionKeepsPartitioning:
      isAtLeast(settings, '4.1') && flag(settings, 'spark.sql.unionOutputPartitioning', true),
    splitsStreamedSide: isAtLeast(settings, '4.3'),
  };
}

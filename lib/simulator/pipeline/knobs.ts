import type { SparkVersion } from '#lib/plan/settings.ts';

export const FORMATS = ['parquet', 'orc', 'avro', 'csv', 'json', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** Codecs as a file name shows them; Parquet, ORC and Avro compress inside and stay splittable with any. */
export const CODECS = ['none', 'snappy', 'zstd', 'gzip', 'bzip2', 'lz4'] as const;
export type Codec = (typeof CODECS)[number];

export const KEY_SHAPES = ['uniform', 'zipf', 'hot', 'weights'] as const;
export const STEPS = ['join', 'aggregate', 'sort', 'repartition', 'none'] as const;
export type Step = (typeof STEPS)[number];
export const JOIN_TYPES = ['Inner', 'LeftOuter', 'RightOuter', 'FullOuter', 'LeftSemi', 'LeftAnti'] as const;
export const PARTITION_BY = ['nothing', 'another column', 'the key'] as const;

/**
 * What a person can turn in the simulator: one flat record, so that a link, an undo step and a sweep of one knob are the
 * same thing. Sizes in bytes, times in milliseconds, shares 0..1. Ranges and words for each are in `knob-list.ts`.
 */
export interface Knobs {
  readonly spark: SparkVersion;

  readonly dataBytes: number;
  readonly files: number;
  readonly format: Format;
  readonly codec: Codec;
  /** Bytes of a row in memory and in a shuffle before compression (UnsafeRow). */
  readonly rowBytes: number;
  /** In-memory bytes for each byte in the files; 0 takes what was measured for the format. */
  readonly expansion: number;
  readonly maxPartitionBytes: number;
  readonly openCostBytes: number;

  readonly keyShape: (typeof KEY_SHAPES)[number];
  readonly keys: number;
  readonly zipfExponent: number;
  readonly hotShare: number;
  /** Drawn or pasted: rows of each key in proportion, for the shape `weights`. */
  readonly weights: readonly number[];
  /** Names of pasted keys, hashed as strings; without them keys are whole numbers from `firstKey` on. */
  readonly keyNames: readonly string[];
  readonly firstKey: number;

  readonly step: Step;
  readonly joinType: (typeof JOIN_TYPES)[number];
  readonly otherBytes: number;
  readonly otherFiles: number;
  /** Share of the other side's rows that a filter keeps: Spark's estimate before the run does not know it. */
  readonly otherKept: number;
  readonly broadcastThreshold: number;
  readonly preferSortMergeJoin: boolean;
  readonly shufflePartitions: number;

  readonly adaptive: boolean;
  readonly coalescePartitions: boolean;
  readonly parallelismFirst: boolean;
  readonly advisoryBytes: number;
  readonly minPartitionBytes: number;
  readonly skewJoin: boolean;
  readonly skewFactor: number;
  readonly skewThresholdBytes: number;

  readonly executors: number;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly dynamicAllocation: boolean;
  readonly executorStartMs: number;
  readonly speculation: boolean;

  readonly write: boolean;
  /** `coalesce(n)` before the write; 0 is none. */
  readonly coalesceTo: number;
  readonly partitionBy: (typeof PARTITION_BY)[number];
  readonly partitionValues: number;
  readonly maxRecordsPerFile: number;

  /** Compressed shuffle bytes for each byte of rows. */
  readonly compression: number;
  /** Speeds of one core, in bytes a second; a scanRate of 0 takes what was measured for the format. */
  readonly scanRate: number;
  readonly shuffleRate: number;
  readonly rowRate: number;
  readonly writeRate: number;
  /** What every task costs before it reads its first row. */
  readonly taskMs: number;
  /** Opening or creating one file. */
  readonly openMs: number;
}

const [KIB, MIB, GIB] = [2 ** 10, 2 ** 20, 2 ** 30];

/** Spark's defaults where there are such; the data is of a size at which every part shows something. */
export const DEFAULT_KNOBS: Knobs = {
  spark: '4.3',
  dataBytes: 20 * GIB,
  files: 160,
  format: 'parquet',
  codec: 'snappy',
  rowBytes: 104,
  expansion: 0,
  maxPartitionBytes: 128 * MIB,
  openCostBytes: 4 * MIB,
  keyShape: 'zipf',
  keys: 100_000,
  zipfExponent: 0.8,
  hotShare: 0.3,
  weights: [],
  keyNames: [],
  firstKey: 0,
  step: 'join',
  joinType: 'Inner',
  otherBytes: 500 * MIB,
  otherFiles: 4,
  otherKept: 1,
  broadcastThreshold: 10 * MIB,
  preferSortMergeJoin: true,
  shufflePartitions: 200,
  adaptive: true,
  coalescePartitions: true,
  parallelismFirst: true,
  advisoryBytes: 64 * MIB,
  minPartitionBytes: MIB,
  skewJoin: true,
  skewFactor: 5,
  skewThresholdBytes: 256 * MIB,
  executors: 5,
  cores: 4,
  memoryBytes: 8 * GIB,
  dynamicAllocation: false,
  executorStartMs: 10_000,
  speculation: false,
  write: true,
  coalesceTo: 0,
  partitionBy: 'nothing',
  partitionValues: 365,
  maxRecordsPerFile: 0,
  compression: 0.4,
  scanRate: 0,
  shuffleRate: 250 * MIB,
  rowRate: 400 * MIB,
  writeRate: 130 * MIB,
  taskMs: 20,
  openMs: 10,
};

/** The smallest and largest sizes that are of any use; beyond 2^53 sums of bytes would lose single ones. */
export const SIZE_RANGE = { min: KIB, max: 1024 * 1024 * GIB } as const;

/** How a map task writes its output. */
export type ShuffleWriter = 'bypass' | 'serialized' | 'base';

export interface ShuffleWriterInput {
  readonly numReducers: number;
  /** Values are combined before they are written: RDD aggregations of the JVM; never in SQL or in PySpark. */
  readonly mapSideCombine: boolean;
  /** spark.shuffle.sort.bypassMergeThreshold */
  readonly bypassMergeThreshold: number;
  /** Written records can be moved as bytes: yes for SQL's rows and for Kryo, which PySpark's pairs use; no for Java's serializer. */
  readonly relocatable: boolean;
}

export const BYPASS_MERGE_THRESHOLD = 200;
/** A record's address has 24 bits for its partition. */
const MOST_SERIALIZED = 2 ** 24;

/**
 * Which writer a shuffle gets: few reducers have a file each, which are then joined (bypass); else records are sorted as bytes
 * (serialized) or, where that does not go, as objects (base). Source: SortShuffleManager.registerShuffle,
 * SortShuffleWriter.shouldBypassMergeSort. Same in 3.5 to 4.3.
 */
export function shuffleWriter(input: ShuffleWriterInput): ShuffleWriter {
  if (!input.mapSideCombine && input.numReducers <= input.bypassMergeThreshold) return 'bypass';
  const serialized = input.relocatable && !input.mapSideCombine && input.numReducers <= MOST_SERIALIZED;
  return serialized ? 'serialized' : 'base';
}

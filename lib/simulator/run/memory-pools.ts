/** What a JVM's memory is divided by. Sizes in bytes. */
export interface MemoryInput {
  /** Runtime.maxMemory: the heap that -Xmx gives, with G1 exactly. */
  readonly heapBytes: number;
  /** Tasks that run at once: spark.executor.cores, in local mode the cores. */
  readonly cores: number;
  /** spark.memory.fraction and spark.memory.storageFraction. */
  readonly memoryFraction: number;
  readonly storageFraction: number;
  /** spark.memory.offHeap.enabled and spark.memory.offHeap.size. */
  readonly offHeapEnabled: boolean;
  readonly offHeapBytes: number;
  readonly usesG1: boolean;
  /** spark.buffer.pageSize, when it is set. */
  readonly pageSizeBytes: number | undefined;
}

export interface MemoryPools {
  /** What is left of the heap for Spark: execution and storage together. */
  readonly onHeapBytes: number;
  readonly onHeapStorageBytes: number;
  readonly onHeapExecutionBytes: number;
  readonly offHeapStorageBytes: number;
  readonly offHeapExecutionBytes: number;
  /** In what steps sorts and hash tables take memory. */
  readonly pageSizeBytes: number;
}

/** The product's default settings (3.5 to 4.3). */
export const MEMORY_DEFAULTS = {
  memoryFraction: 0.6,
  storageFraction: 0.5,
  offHeapEnabled: false,
  offHeapBytes: 0,
  usesG1: true,
  pageSizeBytes: undefined,
} as const;

const MIB = 2 ** 20;
/** Kept for Spark's own objects (RESERVED_SYSTEM_MEMORY_BYTES). */
export const RESERVED_BYTES = 300 * MIB;
/** With less heap Spark does not start. */
export const LEAST_HEAP_BYTES = 1.5 * RESERVED_BYTES;

/**
 * The memory pools before anything runs; execution may push cached blocks out of the storage pool, not the other way round.
 * Source: UnifiedMemoryManager.getMaxMemory, MemoryManager. Same in 3.5 to 4.3.
 */
export function memoryPools(input: MemoryInput): MemoryPools {
  const onHeapBytes = Math.floor((input.heapBytes - RESERVED_BYTES) * input.memoryFraction);
  const onHeapStorageBytes = Math.floor(onHeapBytes * input.storageFraction);
  const offHeapStorageBytes = Math.floor(input.offHeapBytes * input.storageFraction);
  const onHeapExecutionBytes = onHeapBytes - onHeapStorageBytes;
  const offHeapExecutionBytes = input.offHeapBytes - offHeapStorageBytes;
  return {
    onHeapBytes,
    onHeapStorageBytes,
    onHeapExecutionBytes,
    offHeapStorageBytes,
    offHeapExecutionBytes,
    pageSizeBytes:
      input.pageSizeBytes ??
      pageSize(input.offHeapEnabled ? offHeapExecutionBytes : onHeapExecutionBytes, input),
  };
}

/** Rounding up to a power of two may double a page, so that a core has 8 pages at the worst. */
const SAFETY_FACTOR = 16;
/** Header of a Java array of longs: G1 would waste a region on a page of exactly a power of two. */
const ARRAY_HEADER = 16;

function pageSize(executionBytes: number, { cores, offHeapEnabled, usesG1 }: MemoryInput): number {
  const share = Math.floor(Math.floor(executionBytes / cores) / SAFETY_FACTOR);
  const size = Math.min(64 * MIB, Math.max(MIB, nextPowerOf2(share)));
  return usesG1 && !offHeapEnabled ? size - ARRAY_HEADER : size;
}

function nextPowerOf2(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  return power;
}

import { UserError } from '#lib/base/assert.ts';
import { formatBytes } from '#lib/base/format.ts';
import { bytes, count, flag } from '#lib/plan/conf.ts';
import type { PlanSettings, SparkVersion } from '#lib/plan/settings.ts';
import { LEAST_HEAP_BYTES, MEMORY_DEFAULTS, type MemoryInput, memoryPools } from '../run/memory-pools.ts';
import type { CaseKind } from './case-kind.ts';
import { type CaseInput, MAX_BYTES } from './read-input.ts';

/** The memory pools of a driver in local mode. */
export const memory: CaseKind = {
  kind: 'memory',
  run(input, spark) {
    const settings = readMemory(input, spark);
    const pools = memoryPools(settings);
    return {
      // What the block manager reports is both kinds together.
      blockManagerMaxMemoryBytes: pools.onHeapBytes + settings.offHeapBytes,
      maxOnHeapStorageBytes: pools.onHeapBytes,
      maxOffHeapStorageBytes: settings.offHeapBytes,
      onHeapStoragePoolBytes: pools.onHeapStorageBytes,
      onHeapExecutionPoolBytes: pools.onHeapExecutionBytes,
      pageSizeBytes: pools.pageSizeBytes,
    };
  },
};

function readMemory(input: CaseInput, spark: SparkVersion): MemoryInput {
  const cores = input.field('cores').integer(1, 100_000);
  const conf = Object.fromEntries(input.field('conf').entries((value) => String(value.value)));
  const settings: PlanSettings = { spark, cores, conf };
  const heapBytes = input.field('jvmMaxMemoryBytes').integer(0, MAX_BYTES);
  if (heapBytes < LEAST_HEAP_BYTES)
    throw new UserError(`Spark does not start with less than ${formatBytes(LEAST_HEAP_BYTES)} of heap.`);
  return {
    heapBytes,
    cores,
    memoryFraction: share(settings, 'spark.memory.fraction', MEMORY_DEFAULTS.memoryFraction),
    storageFraction: share(settings, 'spark.memory.storageFraction', MEMORY_DEFAULTS.storageFraction),
    offHeapEnabled: flag(settings, 'spark.memory.offHeap.enabled', MEMORY_DEFAULTS.offHeapEnabled),
    offHeapBytes: sizeOf(settings, 'spark.memory.offHeap.size') ?? MEMORY_DEFAULTS.offHeapBytes,
    usesG1: input
      .field('gc')
      .list((name) => name.text(), 100)
      .some((name) => name.startsWith('G1')),
    pageSizeBytes: sizeOf(settings, 'spark.buffer.pageSize'),
  };
}

function share(settings: PlanSettings, key: string, standard: number): number {
  const value = count(settings, key, standard);
  if (value < 0 || value > 1) throw new UserError(`"${key}" must be a number from 0 to 1, not ${value}`);
  return value;
}

function sizeOf(settings: PlanSettings, key: string): number | undefined {
  if (settings.conf[key] === undefined) return undefined;
  const value = bytes(settings, key, Number.NaN);
  if (value >= 0 && value <= MAX_BYTES) return value;
  throw new UserError(`"${key}" must be a size such as 512m, not "${settings.conf[key]}"`);
}

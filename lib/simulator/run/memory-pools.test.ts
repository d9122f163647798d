import { describe, expect, it } from 'vitest';
import { MEMORY_DEFAULTS, type MemoryInput, memoryPools } from './memory-pools.ts';

const MIB = 2 ** 20;

function pools(heapBytes: number, parts: Partial<MemoryInput> = {}) {
  return memoryPools({ ...MEMORY_DEFAULTS, heapBytes, cores: 2, ...parts });
}

describe('unified memory', () => {
  it.each([
    [512 * MIB, 133_378_867],
    [1024 * MIB, 455_501_414],
    [1536 * MIB, 777_623_961],
    [2048 * MIB, 1_099_746_508],
  ])('of a heap of %d bytes is %d bytes', (heap, bytes) => expect(pools(heap).onHeapBytes).toBe(bytes));

  it('is shared by storage and execution, to the byte', () => {
    const { onHeapBytes, onHeapStorageBytes, onHeapExecutionBytes } = pools(1536 * MIB);
    expect([onHeapStorageBytes, onHeapExecutionBytes]).toEqual([388_811_980, 388_811_981]);
    expect(onHeapStorageBytes + onHeapExecutionBytes).toBe(onHeapBytes);
  });

  it('is taken in pages: a sixteenth of a core’s share, rounded up to a power of two, less a header under G1', () => {
    expect(pools(1024 * MIB).pageSizeBytes).toBe(8_388_592);
    expect(pools(1024 * MIB, { usesG1: false }).pageSizeBytes).toBe(8_388_608);
    expect(pools(512 * MIB, { cores: 64 }).pageSizeBytes).toBe(MIB - 16);
    expect(pools(64 * 1024 * MIB).pageSizeBytes).toBe(64 * MIB - 16);
    expect(pools(1024 * MIB, { pageSizeBytes: 4096 }).pageSizeBytes).toBe(4096);
  });

  it('off the heap is beside it, and pages come from there', () => {
    const found = pools(1024 * MIB, { offHeapEnabled: true, offHeapBytes: 200 * MIB });
    expect(found.onHeapBytes).toBe(455_501_414);
    expect([found.offHeapStorageBytes, found.offHeapExecutionBytes]).toEqual([100 * MIB, 100 * MIB]);
    expect(found.pageSizeBytes).toBe(4 * MIB);
  });
});

import { type Computed, input } from '../computed.ts';
import { MEMORY_DEFAULTS, memoryPools, RESERVED_BYTES } from '../run/memory-pools.ts';

/**
 * Memory that one task may have when all of an executor's cores are busy and nothing is cached: an equal share of the
 * memory for execution and storage. A task alone may have all of it. Left out: memory off the heap, cached data.
 * Source: UnifiedMemoryManager, ExecutionMemoryPool.acquireMemory (maxPoolSize / numActiveTasks).
 */
export function taskMemory(heapBytes: number, tasksAtOnce: number): Computed {
  const { onHeapBytes } = memoryPools({ ...MEMORY_DEFAULTS, heapBytes, cores: tasksAtOnce });
  return {
    value: Math.floor(Math.max(0, onHeapBytes) / tasksAtOnce),
    unit: 'bytes',
    formula: '(executor memory - reserved) x memory fraction / tasks at once',
    inputs: [
      input('executor memory', heapBytes, 'bytes', 'spark.executor.memory'),
      input('reserved', RESERVED_BYTES, 'bytes'),
      input('memory fraction', MEMORY_DEFAULTS.memoryFraction, 'ratio', 'spark.memory.fraction'),
      input('tasks at once', tasksAtOnce, 'count', 'spark.executor.cores'),
    ],
    source: 'UnifiedMemoryManager, ExecutionMemoryPool',
    kind: 'exact',
  };
}

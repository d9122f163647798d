import { describe, expect, it } from 'vitest';
import { taskMemory } from './task-memory.ts';

const MIB = 2 ** 20;

describe('taskMemory', () => {
  it.each([
    [1024, 108.6],
    [4096, 569.4],
    [8192, 1183.8],
  ])('gives one of four tasks of a heap of %d MiB %d MiB', (heap, share) => {
    expect(taskMemory(heap * MIB, 4).value / MIB).toBeCloseTo(share, 0);
  });

  it('names the settings it follows', () => {
    expect(taskMemory(1024 * MIB, 4).inputs.flatMap(({ setting }) => setting ?? [])).toEqual([
      'spark.executor.memory',
      'spark.memory.fraction',
      'spark.executor.cores',
    ]);
  });
});

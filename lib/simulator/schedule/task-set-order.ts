import type { Pool, SchedulingMode } from './work.ts';

/** A submitted stage, as far as its place in the queue depends on it. */
export interface TaskSet {
  readonly job: number;
  readonly stageId: number;
  readonly pool: string;
  readonly running: number;
}

/**
 * Task sets in the order in which they are offered free slots. FIFO: by job, then by stage. FAIR: pools first, those
 * below their minShare before others, then by running tasks for each unit of minShare or weight, then by name; inside a
 * pool by its own mode, where every stage counts with weight 1.
 * Source: SchedulingAlgorithm (FIFOSchedulingAlgorithm, FairSchedulingAlgorithm), Pool.getSortedTaskSetQueue.
 * Left out: pools inside pools, which Spark's file format has no way to write.
 */
export function sortTaskSets<T extends TaskSet>(
  sets: readonly T[],
  mode: SchedulingMode = 'FIFO',
  pools: readonly Pool[] = [],
): readonly T[] {
  if (mode === 'FIFO') return sets.toSorted(byFifo);
  const groups = [...new Set(sets.map((set) => set.pool))].map((name) => {
    const members = sets.filter((set) => set.pool === name);
    const pool = pools.find((each) => each.name === name) ?? poolNamed(name);
    const running = members.reduce((sum, set) => sum + set.running, 0);
    return { ...pool, running, members };
  });
  return groups
    .toSorted(byFairness)
    .flatMap(({ members, mode: inner }) =>
      inner === 'FIFO' ? members.toSorted(byFifo) : sortFairly(members),
    );
}

/** FairSchedulableBuilder: defaults of a pool that the file does not describe. */
function poolNamed(name: string): Pool {
  return { name, weight: 1, minShare: 0, mode: 'FIFO' };
}

function sortFairly<T extends TaskSet>(sets: readonly T[]): readonly T[] {
  return sets
    .map((set) => ({ set, running: set.running, weight: 1, minShare: 0, name: `TaskSet_${set.stageId}.0` }))
    .toSorted(byFairness)
    .map(({ set }) => set);
}

function byFifo(a: TaskSet, b: TaskSet): number {
  return a.job - b.job || a.stageId - b.stageId;
}

interface Share {
  readonly name: string;
  readonly weight: number;
  readonly minShare: number;
  readonly running: number;
}

function byFairness(a: Share, b: Share): number {
  const [needyA, needyB] = [a.running < a.minShare, b.running < b.minShare];
  if (needyA !== needyB) return needyA ? -1 : 1;
  const filled = needyA
    ? a.running / Math.max(a.minShare, 1) - b.running / Math.max(b.minShare, 1)
    : a.running / a.weight - b.running / b.weight;
  if (filled !== 0) return filled;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

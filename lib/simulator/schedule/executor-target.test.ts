import { describe, expect, it } from 'vitest';
import { type AllocationSettings, DEFAULT_ALLOCATION, ExecutorTarget } from './executor-target.ts';

/** Targets after each whole second while this many tasks wait on executors with 4 slots. */
function targets(tasksPerSecond: readonly number[], changes: Partial<AllocationSettings> = {}, live = 0) {
  const target = new ExecutorTarget({ ...DEFAULT_ALLOCATION, ...changes }, 4, changes.minExecutors ?? 0);
  target.backlogged(0);
  return tasksPerSecond.map((tasks, i) => {
    target.look(1000 * (i + 1), tasks, live);
    return target.target;
  });
}

describe('ExecutorTarget', () => {
  it('doubles what it adds every second until 400 tasks have 100 executors with 4 slots', () => {
    expect(targets(Array(8).fill(400))).toEqual([1, 3, 7, 15, 31, 63, 100, 100]);
  });

  it('asks for nothing before tasks have waited for a second', () => {
    const target = new ExecutorTarget(DEFAULT_ALLOCATION, 4, 0);
    target.backlogged(0);
    target.look(900, 400, 0);
    expect(target.target).toBe(0);
  });

  it('stays within the bounds', () => {
    expect(targets(Array(5).fill(400), { maxExecutors: 10 })).toEqual([1, 3, 7, 10, 10]);
    expect(targets([400, 0], { minExecutors: 2 })).toEqual([3, 2]);
  });

  it('falls at once when fewer are needed, and starts again from one', () => {
    expect(targets([400, 400, 400, 8, 400, 400])).toEqual([1, 3, 7, 2, 3, 5]);
  });

  it('counts executors that are there already, so that it does not ramp up to them again', () => {
    expect(targets([400, 400], {}, 20)).toEqual([21, 22]);
  });

  it('needs half as many executors with an allocation ratio of 0.5', () => {
    expect(targets(Array(8).fill(400), { ratio: 0.5 }).at(-1)).toBe(50);
  });

  it('forgets its pace when no task waits', () => {
    const target = new ExecutorTarget(DEFAULT_ALLOCATION, 1, 0);
    target.backlogged(0);
    target.look(1000, 100, 0);
    target.look(2000, 100, 0);
    target.queueEmpty();
    expect(target.addAtMs).toBeUndefined();
    target.backlogged(5000);
    target.look(6000, 100, 0);
    expect(target.target).toBe(4);
  });
});

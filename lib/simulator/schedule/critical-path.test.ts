import { describe, expect, it } from 'vitest';
import { criticalPath } from './critical-path.ts';
import { DEFAULT_ALLOCATION } from './executor-target.ts';
import { runSchedule } from './run-schedule.ts';
import { stagesFrom } from './testing.ts';

/** "0.1 slot" = task 1 of stage 0, held by its slot. */
function path(text: string, ...run: [Parameters<typeof runSchedule>[1], Parameters<typeof runSchedule>[2]?]) {
  const schedule = runSchedule(stagesFrom(text), ...run);
  return criticalPath(schedule).map(
    ({ bar, heldBy }) => `${schedule.bars.stage[bar]}.${schedule.bars.task[bar]} ${heldBy}`,
  );
}

describe('criticalPath', () => {
  it('goes through the task that had the slot before a late one', () => {
    expect(path('0: 10 20 10 60', { executors: 1, slotsPerExecutor: 2 })).toEqual(['0.1 start', '0.3 slot']);
  });

  it('goes through the last task of the parent stage', () => {
    expect(path('0: 10 50\n1 < 0: 5 7', { executors: 1, slotsPerExecutor: 2 })).toEqual([
      '0.1 start',
      '1.1 parent stage',
    ]);
  });

  it('names the wait for executors', () => {
    const allocation = { ...DEFAULT_ALLOCATION, startMs: 5000 };
    expect(path('0: 10', { executors: 0, slotsPerExecutor: 1 }, { allocation })).toEqual(['0.0 executor']);
  });

  it('does not take a task for the parent that only ended at the same moment', () => {
    expect(path('0: 10 50\n1: 50\n2 < 1: 5', { executors: 1, slotsPerExecutor: 3 })).toEqual([
      '1.0 start',
      '2.0 parent stage',
    ]);
  });

  it('ends for a run that takes no time', () => {
    expect(path('0: 0 0\n1 < 0: 0', { executors: 1, slotsPerExecutor: 1 })).toEqual(['0.0 start']);
  });
});

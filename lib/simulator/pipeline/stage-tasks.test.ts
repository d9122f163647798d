import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS } from './knobs.ts';
import { stageTasks, type TaskPlan } from './stage-tasks.ts';

const plan = (neededBytes: number, canSpill = true): TaskPlan => ({
  rows: 10,
  readBytes: 1,
  writtenBytes: 2,
  neededBytes,
  canSpill,
  load: { files: 0, scanned: 0, shuffled: 0, worked: 0, written: 0 },
});
const made = stageTasks([plan(900), plan(2500), plan(2500, false)], 1000, DEFAULT_KNOBS);

describe('stageTasks', () => {
  it('spills what does not fit into memory, compressed, where a task can', () => {
    expect([...made.spillBytes]).toEqual([0, 800, 0]);
    expect(made.tooLarge).toBe(1);
  });

  it('explains each task with the figures that it shows', () => {
    for (let task = 0; task < made.count; task++) {
      const { time, spill } = made.explain(task);
      expect([time.value, spill.value]).toEqual([made.durationMs[task], made.spillBytes[task]]);
    }
  });
});

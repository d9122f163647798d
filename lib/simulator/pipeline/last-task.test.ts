import { describe, expect, it } from 'vitest';
import { coalesceTasks, type LastTask } from './last-task.ts';

const task = (rows: number): LastTask => ({
  outRows: rows,
  outKeys: 1,
  plan: {
    rows,
    readBytes: rows,
    writtenBytes: 0,
    neededBytes: rows,
    canSpill: true,
    load: { files: 1, scanned: 0, shuffled: rows, worked: rows, written: rows },
  },
});
const rows = (count: number) =>
  coalesceTasks([1, 2, 3, 4, 5].map(task), count).map(({ outRows, plan }) => [outRows, plan.neededBytes]);

describe('coalesceTasks', () => {
  it('gives each task neighbors, whose memory it needs one after the other', () => {
    expect(rows(2)).toEqual([
      [3, 2],
      [12, 5],
    ]);
  });

  it('never makes more tasks, and 0 means none', () => {
    expect([rows(9).length, rows(0).length]).toEqual([5, 5]);
  });
});

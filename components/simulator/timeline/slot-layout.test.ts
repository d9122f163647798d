import { describe, expect, it } from 'vitest';
import { runSchedule } from '#lib/simulator/schedule/run-schedule.ts';
import { barUnder, slotLayout, TIMELINE_LEFT } from './slot-layout.ts';

const stage = { id: 0, name: 'read', parents: [], job: 0, records: [1, 1, 1], durationsMs: [100, 300, 200] };
const schedule = runSchedule([stage], { executors: 1, slotsPerExecutor: 2 });
const layout = slotLayout(schedule, TIMELINE_LEFT + 4 + 300);

describe('the picture of the slots', () => {
  it('spans the whole run', () => {
    expect([layout.x(0), layout.x(schedule.makespanMs)]).toEqual([TIMELINE_LEFT, TIMELINE_LEFT + 300]);
  });

  it('finds the task under the pointer, and none where a slot waits', () => {
    const at = (slot: number, ms: number) => barUnder(schedule, layout, layout.x(ms), layout.y(slot) + 1);
    expect(schedule.bars.task[at(0, 50)!]).toBe(0);
    expect(schedule.bars.task[at(1, 50)!]).toBe(1);
    expect(schedule.bars.task[at(0, 250)!]).toBe(2);
    expect(barUnder(schedule, layout, layout.x(50), layout.y(9))).toBeUndefined();
  });

  it('stays as tall as a screen has room for, however many slots there are', () => {
    expect(slotLayout({ slots: 100_000, makespanMs: 1 }, 500).height).toBeLessThanOrEqual(320);
  });
});

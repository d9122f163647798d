import { describe, expect, it } from 'vitest';
import { RunReplay } from './replay-run.ts';
import { observedRun } from './testing.ts';

const RUN = observedRun(`slots 2  0..60
  0  10..26  0: 4x6 ; 1 < 0: 4
  1  30..50  2: 20`);

describe('the back-test', () => {
  it('compares the replay on the same slots with what was measured', () => {
    const { slots, measuredMs, predictedMs, error } = new RunReplay(RUN).backTest;
    expect({ slots, measuredMs, predictedMs }).toEqual({ slots: 2, measuredMs: 60_000, predictedMs: 60_000 });
    expect(error).toBe(0);
  });

  it('sees time in which tasks waited for something else', () => {
    const slow = observedRun(`slots 2  0..40
      0  0..40  0: 2x10`);
    expect(new RunReplay(slow).backTest.error).toBe(-0.75);
  });
});

describe('a replay', () => {
  it('runs the tasks over other slots and keeps the driver time', () => {
    expect(new RunReplay(RUN).over(1).predictedMs).toBe(24_000 + 24_000 + 4_000 + 20_000);
    expect(new RunReplay(RUN).over(4).predictedMs).toBe(24_000 + 6_000 + 4_000 + 20_000);
  });

  it('ends at the longest chain of tasks, however many slots there are', () => {
    const { predictedMs, lowMs } = new RunReplay(RUN).over(1000);
    expect(predictedMs).toBe(54_000);
    expect(lowMs).toBe(54_000);
  });

  it('is never longer with more slots for stages that run alone', () => {
    const times = [1, 2, 3, 4, 8, 16].map((slots) => new RunReplay(RUN).over(slots).predictedMs);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('has a range as wide as the back-test was wrong', () => {
    const slow = observedRun(`slots 2  0..40
      0  0..40  0: 8x4`);
    const { predictedMs, lowMs, highMs } = new RunReplay(slow).over(4);
    expect([predictedMs, lowMs, highMs]).toEqual([8_000, 8_000, 12_800]);
  });
});

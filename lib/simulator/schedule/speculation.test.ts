import { describe, expect, it } from 'vitest';
import {
  copyAfterMs,
  defaultSpeculation,
  medianOf,
  slowAfterMs,
  tasksBeforeSpeculation,
} from './speculation.ts';

const [old, four] = [defaultSpeculation('3.5'), defaultSpeculation('4.3')];

describe('speculation', () => {
  it('waits for 75 % of the tasks in Spark 3.5 and for 90 % from 4.0 on', () => {
    expect([tasksBeforeSpeculation(10, old), tasksBeforeSpeculation(10, four)]).toEqual([7, 9]);
    expect([defaultSpeculation('4.0').quantile, defaultSpeculation('4.1').multiplier]).toEqual([0.9, 3]);
  });

  it('never copies the only task of a stage, and waits for one task at least', () => {
    expect([1, 2].map((tasks) => tasksBeforeSpeculation(tasks, { ...old, quantile: 0 }))).toEqual([
      Number.POSITIVE_INFINITY,
      1,
    ]);
  });

  it('calls a task slow after 1.5 or 3 times the median, but never before 100 ms', () => {
    expect([slowAfterMs(1000, old), slowAfterMs(1000, four), slowAfterMs(10, four)]).toEqual([
      1500, 3000, 100,
    ]);
  });

  it('copies a task that lags at once, and one that only has more data after twice the time', () => {
    expect([copyAfterMs(1500, 74, 100, old), copyAfterMs(1500, 75, 100, old)]).toEqual([1500, 3000]);
    expect(copyAfterMs(1500, 100, 100, { ...old, efficiency: false })).toBe(1500);
  });

  it('takes the mean of the two middle durations', () => {
    expect([medianOf([]), medianOf([7]), medianOf([1, 2, 3, 10])]).toEqual([0, 7, 2.5]);
  });
});

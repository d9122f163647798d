import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRun, openRun } from '#lib/testing/open-run.ts';
import { SPREAD_MEASURES, type SpreadMeasure } from './spread-measure.ts';
import { stageHistogram } from './stage-histogram.ts';
import { stageSkyline } from './stage-skyline.ts';

let run: OpenRun;
beforeAll(async () => {
  run = await openRun(`
    app a  slots 4
    job 0
      stage 0  tasks 2  ms 10, 90  read 1, 2  shuffle-read 10  remote-read 20  records 3  shuffle-records 30  spill 0, 5  fails 1
      stage 1  tasks 2  ms 0
      stage 2  tasks 4  read 7
      stage 3  tasks 4  read 0, 0, 1, 100  ms 5`);
});
afterAll(() => run.close());

const stage = (stageId: number) => ({ stageId, attemptId: 0 });

describe('tasks are compared', () => {
  it.each<readonly [SpreadMeasure, readonly number[]]>([
    ['time', [90, 10]],
    ['records', [33, 33]],
    ['bytes', [32, 31]],
    ['spill', [5, 0]],
  ])('by %s', async (measure, values) => {
    const rows = await stageSkyline(run.query, { ...stage(0), measure });
    expect(rows.map(({ high }) => high)).toEqual(values);
  });

  it('each measure says what it is', () => {
    for (const { label, meaning } of Object.values(SPREAD_MEASURES)) {
      expect(label).toMatch(/^[A-Z]/);
      expect(meaning).toMatch(/^[a-z]/);
    }
  });

  it('by time also where they took none', async () => {
    const rows = await stageSkyline(run.query, { ...stage(1), measure: 'time' });
    expect(rows.map(({ low, high, task_index }) => [low, high, task_index])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
    ]);
  });
});

describe('stageHistogram', () => {
  const bins = async (id: number, logarithmic: boolean) => {
    const rows = await stageHistogram(run.query, { ...stage(id), measure: 'bytes', logarithmic });
    return rows.filter(({ tasks }) => tasks > 0).map(({ low, high, tasks }) => [low, high, tasks]);
  };

  it.each([false, true])(
    'has one bin that begins at the value which all tasks have (logarithmic: %s)',
    async (logarithmic) => {
      const [bin, ...others] = await bins(2, logarithmic);
      expect(others).toEqual([]);
      expect(bin?.[0]).toBeCloseTo(7, 6);
      expect(bin?.[2]).toBe(4);
    },
  );

  it('has room for 0 on a logarithmic scale, and tells small values apart there', async () => {
    expect((await bins(3, false)).map(([, , tasks]) => tasks)).toEqual([3, 1]);
    const logarithmic = await bins(3, true);
    expect(logarithmic.map(([, , tasks]) => tasks)).toEqual([2, 1, 1]);
    expect(logarithmic[0]?.[0]).toBeCloseTo(0, 6);
    expect(logarithmic.at(-1)?.[1]).toBeCloseTo(100, 6);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ALLOCATION } from './executor-target.ts';
import { runSchedule, type ScheduleOptions } from './run-schedule.ts';
import { defaultSpeculation } from './speculation.ts';
import { stageBounds } from './stage-bounds.ts';
import { slotLines, stagesFrom } from './testing.ts';
import type { Workers } from './work.ts';

const seconds = (text: string, workers: Workers, options?: ScheduleOptions) =>
  runSchedule(stagesFrom(text), workers, options).makespanMs / 1000;
const cores = (slotsPerExecutor: number, executors = 1): Workers => ({ executors, slotsPerExecutor });

describe('runSchedule', () => {
  it('takes 80 s for ten tasks of 10 s and a last one of 60 s on 4 cores, 60 s when the long one is first', () => {
    expect(seconds('0: 10x10 60', cores(4))).toBe(80);
    expect(seconds('0: 60 10x10', cores(4))).toBe(60);
    expect(seconds('0: 10x10 60', cores(8))).toBe(70);
  });

  it('gives every executor a task before any gets a second one', () => {
    expect(slotLines(runSchedule(stagesFrom('0: 10 20 30'), cores(2, 2)))).toEqual([
      '0.0@0-10',
      '0.2@0-30',
      '0.1@0-20',
      '',
    ]);
  });

  it('starts a stage when the last of its parents has ended, and runs independent stages together', () => {
    const { stages } = runSchedule(stagesFrom('0: 10\n1: 30\n2 < 0 1: 5'), cores(2));
    expect(stages.map(({ startMs, endMs }) => [startMs / 1000, endMs / 1000])).toEqual([
      [0, 10],
      [0, 30],
      [30, 35],
    ]);
  });

  it('lets the first job finish first under FIFO and shares the slots under FAIR', () => {
    const two = '0: 6x10 job 0 pool a\n1: 2x10 job 1 pool b';
    const ends = (workers: Workers) =>
      runSchedule(stagesFrom(two), workers).stages.map(({ endMs }) => endMs / 1000);
    expect(ends(cores(2))).toEqual([30, 40]);
    expect(ends({ ...cores(2), mode: 'FAIR' })).toEqual([40, 30]);
  });

  it('skips over a stage without tasks', () => {
    expect(seconds('0:\n1 < 0: 5', cores(1))).toBe(5);
  });

  it('says that stages wait for each other', () => {
    expect(() => seconds('0 < 1: 5\n1 < 0: 5', cores(1))).toThrow('stages wait for each other');
  });

  it('never gains a longer stage from more slots, and never beats the ideal time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (durationsMs, slots) => {
          const run = (n: number) =>
            runSchedule([{ id: 0, name: '', parents: [], durationsMs }], cores(n)).makespanMs;
          expect(run(slots + 1)).toBeLessThanOrEqual(run(slots));
          expect(run(slots)).toBeGreaterThanOrEqual(stageBounds(durationsMs, slots).idealMs - 1e-9);
        },
      ),
      { seed: 7 },
    );
  });

  it('runs every task once on a slot that nobody else has', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (durationsMs, slots) => {
          const stages = [
            { id: 0, name: '', parents: [], durationsMs },
            { id: 1, name: '', parents: [0], durationsMs },
          ];
          const { bars } = runSchedule(stages, cores(slots));
          expect(bars.count).toBe(2 * durationsMs.length);
          const endOf = new Map<number, number>();
          for (let bar = 0; bar < bars.count; bar++) {
            expect(bars.startMs[bar]!).toBeGreaterThanOrEqual(endOf.get(bars.slot[bar]!) ?? 0);
            endOf.set(bars.slot[bar]!, bars.endMs[bar]!);
          }
        },
      ),
      { seed: 7 },
    );
  });
});

describe('runSchedule with speculation', () => {
  const speculation = defaultSpeculation('3.5');

  it('copies a straggler once it has run 1.5 times the median, and the copy wins', () => {
    const [stage] = stagesFrom('0: 10 10 10 60');
    const copyMs = [10_000, 10_000, 10_000, 10_000];
    const schedule = runSchedule([{ ...stage!, copyMs }], cores(4), { speculation });
    expect(slotLines(schedule)).toEqual(["0.0@0-10 0.3'@15.1-25.1", '0.1@0-10', '0.2@0-10', '0.3!@0-25.1']);
    expect(schedule.makespanMs).toBe(25_100);
  });

  it('gains nothing where the copy has the same data, and copies later where the task reads at the usual rate', () => {
    const [stage] = stagesFrom('0: 10 10 10 60');
    const even = runSchedule([{ ...stage!, records: [1, 1, 1, 6] }], cores(4), { speculation });
    expect(slotLines(even)).toEqual(["0.0@0-10 0.3'!@30.1-60", '0.1@0-10', '0.2@0-10', '0.3@0-60']);
  });

  it('makes no copy before the quantile of Spark 4 is reached', () => {
    const run = seconds('0: 10 10 10 60 60', cores(5), { speculation: defaultSpeculation('4.3') });
    expect(run).toBe(60);
  });
});

describe('runSchedule with dynamic allocation', () => {
  it('starts with no executor, asks after a second, and has one when the cluster brings it', () => {
    const schedule = runSchedule(stagesFrom('0: 100x10'), cores(4, 0), { allocation: DEFAULT_ALLOCATION });
    expect(schedule.executorCounts.slice(0, 5)).toEqual([
      { atMs: 0, target: 0, live: 0 },
      { atMs: 1000, target: 1, live: 0 },
      { atMs: 2000, target: 3, live: 0 },
      { atMs: 3000, target: 7, live: 0 },
      { atMs: 4000, target: 15, live: 0 },
    ]);
    expect(schedule.bars.startMs[0]).toBe(11_000);
    expect(schedule.executorCounts.find(({ live }) => live > 0)).toEqual({
      atMs: 11_000,
      target: 25,
      live: 1,
    });
  });

  it('lets idle executors go after a minute, down to the minimum, unless they hold shuffle output', () => {
    const text = '0: 8x10\n1 < 0: 200';
    const live = (keepsShuffleData: boolean) =>
      runSchedule(stagesFrom(text), cores(1, 8), {
        allocation: { ...DEFAULT_ALLOCATION, minExecutors: 2, keepsShuffleData },
      }).executorCounts.at(-1)!.live;
    expect(live(false)).toBe(2);
    expect(live(true)).toBe(8);
  });

  it('takes back requests that are not needed any more', () => {
    const schedule = runSchedule(stagesFrom('0: 40x1'), cores(1, 4), {
      allocation: { ...DEFAULT_ALLOCATION, minExecutors: 1, startMs: 3600_000 },
    });
    expect(schedule.makespanMs).toBe(10_000);
    expect(Math.max(...schedule.executorCounts.map(({ live }) => live))).toBe(4);
  });
});

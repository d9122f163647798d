import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { gcPressure } from './gc-pressure.ts';

/** A stage of four tasks on four slots, and after it another job that takes `rest` ms. */
const run = (stage: string, rest = 0) =>
  `job 0
     stage 0  tasks 4  ${stage}
   ${rest > 0 ? `job 1\n stage 1  tasks 4  ms ${rest}` : ''}`;
const find = (stage: string, rest?: number) => findIn(gcPressure, run(stage, rest));

describe('gcPressure', () => {
  it('finds a stage whose tasks spend 5 of their 10 s in garbage collection', async () => {
    const { insights } = await find('ms 10 s  gc 5 s');
    expect(insights).toMatchObject([
      {
        title: 'Garbage collection takes much of the task time in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'high',
        stages: ['0.0'],
        impact: { lower_ms: 2500, upper_ms: 5000 },
        share_of_run: 0.5,
        evidence: {
          'share of task time in garbage collection': 0.5,
          'garbage collection, summed over tasks': 20_000,
        },
        comparedWith: { 'garbage collection, summed over tasks': '40.0 s of task time' },
      },
    ]);
  });

  it('weighs tasks by their time', async () => {
    // 4 s of collection in 2 + 2 + 2 + 14 = 20 s of tasks.
    const { insights } = await find('ms 2 s, 1x14 s  gc 0, 1x4 s');
    expect(insights[0]).toMatchObject({
      impact: { lower_ms: 1400, upper_ms: 2800 },
      evidence: { 'share of task time in garbage collection': 0.2 },
    });
  });

  it.each([
    ['a fifth of the task time', 'ms 10 s  gc 2 s', 'ms 10 s  gc 1999'],
    ['a second of the stage', 'ms 2 s  gc 1 s', 'ms 1998  gc 999'],
  ])('begins at %s', async (_, pressure, ordinary) => {
    expect((await find(pressure)).kind).toBe('found');
    expect((await find(ordinary)).kind).toBe('clear');
  });

  it('begins at 5 % of the time in which jobs ran', async () => {
    // 1 s is touched; the jobs take 2000 + 10 + 17990 = 20000 ms, the second time one more.
    expect((await find('ms 2 s  gc 1 s', 17_990)).kind).toBe('found');
    expect((await find('ms 2 s  gc 1 s', 17_991)).kind).toBe('clear');
  });

  it('sees it in the tasks that died of it', async () => {
    const { insights } = await find(
      'ms 10 s  gc 8 s  fails 4x4 "java.lang.OutOfMemoryError: Java heap space"  failed "Task 0 failed 4 times"',
    );
    expect(insights[0]).toMatchObject({
      severity: 'high',
      evidence: {
        'share of task time in garbage collection': 0.8,
        'garbage collection, summed over tasks': 16 * 8000,
      },
    });
  });

  it('leaves killed tasks and copies out', async () => {
    expect((await find('ms 10 s  gc 8 s  kills 4')).kind).toBe('clear');
    // The copy begins after 5 s and is killed, with metrics of its own, when the original is done.
    const { insights } = await find('ms 10 s  gc 5 s  speculative 1 loses');
    expect(insights[0]?.evidence['garbage collection, summed over tasks']).toBe(20_000);
  });

  it('touches no more than the stage, although collections of the JVM count in each of its tasks', async () => {
    const { insights } = await find('ms 10 s  gc 15 s');
    expect(insights[0]?.impact).toEqual({ lower_ms: 5000, upper_ms: 10_000 });
  });

  it('is one problem of the run: the heap', async () => {
    const { insights } = await findIn(
      gcPressure,
      `job 0
         stage 0  tasks 4  ms 10 s  gc 2 s
         stage 1  tasks 4  ms 10 s  gc 6 s`,
    );
    expect(insights).toMatchObject([
      {
        title: 'Garbage collection takes much of the task time in 2 stages',
        stages: ['1.0', '0.0'],
        impact: { lower_ms: 3000, upper_ms: 8000 },
        occurrences: [{ impact: { upper_ms: 6000 } }, { impact: { upper_ms: 2000 } }],
      },
    ]);
  });

  it('is not looked for without tasks, and not found in tasks of no time', async () => {
    expect(await find('skipped')).toMatchObject({ kind: 'not applicable', why: 'The log has no tasks.' });
    expect(await find('ms 0  gc 0')).toMatchObject({
      kind: 'clear',
      why: 'No stage that matters spent 20 % of its task time in garbage collection.',
    });
  });
});

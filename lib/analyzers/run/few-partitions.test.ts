import { describe, expect, it } from 'vitest';
import { findIn } from '#lib/testing/find-in-run.ts';
import { fewPartitions } from './few-partitions.ts';

/** A stage on eight slots, and after it another job that takes `rest` ms. */
const run = (stage: string, rest = 0) =>
  `app a  slots 8
   job 0
     stage 0  ${stage}
   ${rest > 0 ? `job 1\n stage 1  tasks 8  ms ${rest}` : ''}`;
const find = (stage: string, rest?: number) => findIn(fewPartitions, run(stage, rest));

describe('fewPartitions', () => {
  it('finds a stage of four tasks on eight slots, which left half of them idle', async () => {
    const { insights } = await find('tasks 4  ms 10 s');
    expect(insights).toMatchObject([
      {
        title: 'Too few tasks for the slots in stage 0 (stage at Main.scala:0)',
        severity: 'high',
        confidence: 'medium',
        stages: ['0.0'],
        impact: { lower_ms: 0, upper_ms: 5000 },
        share_of_run: 0.5,
        evidence: { 'tasks of the stage': 4, 'duration of the stage': 10_000 },
        comparedWith: {
          'tasks of the stage': '8 slots',
          'duration of the stage': 'longest task 10.0 s of 4',
        },
      },
    ]);
  });

  it.each([
    ['half of the slots', 'tasks 4  ms 10 s', 'tasks 5  ms 10 s'],
    ['a second of idle slots', 'tasks 4  ms 2 s', 'tasks 4  ms 1998'],
  ])('begins at %s', async (_, few, enough) => {
    expect((await find(few)).kind).toBe('found');
    expect((await find(enough)).kind).toBe('clear');
  });

  it('begins at 5 % of the time in which jobs ran', async () => {
    // Half of 2 s is idle; the jobs take 2000 + 10 + 17990 = 20000 ms, the second time one more.
    expect((await find('tasks 4  ms 2 s', 17_990)).kind).toBe('found');
    expect((await find('tasks 4  ms 2 s', 17_991)).kind).toBe('clear');
  });

  it.each([
    ['half of its time', 5000, 'found'],
    ['more than half of its time', 5001, 'clear'],
  ])('lets another stage use the idle slots when it ran beside for %s', async (_, beside, kind) => {
    const text = `
      app a  slots 8
      job 0
        stage 0  tasks 4  ms 10 s
      job 1  with 0
        stage 1  tasks 4  ms ${beside}`;
    const { insights } = await findIn(fewPartitions, text);
    expect(insights.map(({ stages }) => stages)).toEqual(kind === 'found' ? [['0.0']] : []);
  });

  it.each([
    ['of eight tasks, seven of which were killed', 'tasks 8  ms 10 s  kills 7 "Stage cancelled"'],
    [
      'of eight tasks that failed before most of them were done',
      'tasks 8  ms 10 s  fails 7x4  failed "it broke"',
    ],
    ['of eight tasks, seven of which have no end in the log', 'tasks 8  ms 10 s  running 7  open'],
    ['of four tasks none of which succeeded', 'tasks 4  ms 10 s  fails 4x4  failed "it broke"'],
  ])('is no stage %s', async (_, stage) => {
    expect((await find(stage)).kind).toBe('clear');
  });

  it('is no retry, which repeats only what was lost', async () => {
    const text = `
      app a  slots 8
      job 0
        stage 0  tasks 8  ms 1 s
        stage 0.1  tasks 1  partitions 3  ms 10 s`;
    expect((await findIn(fewPartitions, text)).kind).toBe('clear');
  });

  it('goes by the slots that were there while the stage ran', async () => {
    const arriving = (at: string) => `
      executor 1  cores 3
      executor 2  cores 5  at ${at}
      job 0
        stage 0  tasks 2  ms 10 s
      gap 10 s
      job 1
        stage 1  tasks 8  ms 5 s`;
    expect((await findIn(fewPartitions, arriving('0'))).kind).toBe('found');
    expect((await findIn(fewPartitions, arriving('20 s'))).kind).toBe('clear');
  });

  it('counts tasks, not their attempts', async () => {
    const { insights } = await find('tasks 4  ms 1 s  fails 4x2');
    expect(insights[0]?.evidence).toEqual({ 'tasks of the stage': 4, 'duration of the stage': 3000 });
  });

  it('is one problem for the stages of one line of code', async () => {
    const { insights } = await findIn(
      fewPartitions,
      `app a  slots 8
       job 0
         stage 0  tasks 2  ms 8 s   name "coalesce at etl.py:3"
         stage 1  tasks 4  ms 20 s  name "coalesce at etl.py:3"
         stage 2  tasks 1  ms 8 s   name "count at etl.py:9"`,
    );
    expect(insights.map(({ title, stages, impact }) => [title, stages, impact.upper_ms])).toEqual([
      ['Too few tasks for the slots in 2 stages', ['1.0', '0.0'], 16_000],
      ['Too few tasks for the slots in stage 2 (count at etl.py:9)', ['2.0'], 7000],
    ]);
  });

  it.each([
    ['skipped stages', run('tasks 4  skipped'), 'The log has no tasks.'],
    ['one slot', 'app a  slots 1\njob 0\n stage 0', 'The run had fewer than two task slots.'],
    ['a streaming query', `${run('tasks 4  ms 10 s')}\nbatch 0`, 'Micro-batches are small on purpose.'],
  ])('does not apply to %s', async (_, text, why) => {
    expect(await findIn(fewPartitions, text)).toEqual({ kind: 'not applicable', why, insights: [] });
  });

  it('finds nothing in tasks of no time', async () => {
    expect((await find('tasks 2  ms 0', 100)).kind).toBe('clear');
  });
});

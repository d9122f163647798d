import { describe, expect, it } from 'vitest';
import { eventName } from './edit-lines.ts';
import { readRun } from './read-run.ts';
import { runLines } from './run-text.ts';

const events = (text: string) => runLines(text).map((line) => JSON.parse(line) as Record<string, never>);
const names = (text: string) => runLines(text).map(eventName);

/** Tasks as "index launch-finish reason", times in ms from the start of the run's first job. */
async function tasks(text: string) {
  const run = await readRun(text);
  const at = (time: unknown) => Number(time) - 1_700_000_001_000;
  return run
    .rows('tasks')
    .map((t) => `${t.index} ${at(t.launch_time)}-${at(t.finish_time)} ${t.executor_id} ${t.end_reason}`);
}

describe('runLines', () => {
  it('writes a job with a stage as Spark does', () => {
    expect(names('job 0\n stage 0  tasks 1')).toEqual([
      'LogStart',
      'EnvironmentUpdate',
      'ApplicationStart',
      'ExecutorAdded',
      'BlockManagerAdded',
      'JobStart',
      'StageSubmitted',
      'TaskStart',
      'TaskEnd',
      'StageCompleted',
      'JobEnd',
      'ApplicationEnd',
    ]);
  });

  it('gives the same log every time', () => {
    const text = 'job 0  sql 1\n stage 0  tasks 9  ms 1..90  fails 2\nplan 1 Scan {rows 5 @0}';
    expect(runLines(text)).toEqual(runLines(text));
  });

  it('starts a task where a slot is free', async () => {
    expect(await tasks('app a  slots 2\njob 0\n stage 0  tasks 4  ms 10, 1x100')).toEqual([
      '0 0-10 driver Success',
      '1 0-10 driver Success',
      '2 10-20 driver Success',
      '3 10-110 driver Success',
    ]);
  });

  it('lets failed tasks start again, and a lost executor’s as well', async () => {
    expect(await tasks('app a  slots 1\njob 0\n stage 0  tasks 1  ms 10  fails 1x2')).toEqual([
      '0 0-10 driver ExceptionFailure',
      '0 10-20 driver ExceptionFailure',
      '0 20-30 driver Success',
    ]);
    expect(
      await tasks('executor 1  lost 1050 ms "gone"\nexecutor 2  at 1 s\njob 0\n stage 0  tasks 1  ms 60'),
    ).toEqual(['0 0-50 1 ExecutorLostFailure', '0 50-110 2 Success']);
  });

  it('lets a copy race against a slow task', async () => {
    const race = (how: string) =>
      tasks(`app a  slots 2\njob 0\n stage 0  tasks 1  ms 100  speculative 1${how}`);
    expect(await race('')).toEqual(['0 50-75 driver Success', '0 0-76 driver TaskKilled']);
    expect(await race(' loses')).toEqual(['0 0-100 driver Success', '0 50-101 driver TaskKilled']);
  });

  it('runs jobs one after the other, with pauses, or beside each other', async () => {
    const run = await readRun(`
      app a  slots 2
      job 0
        stage 0  ms 100
      gap 5 s
      job 1
        stage 1  ms 100
      job 2  with 1
        stage 2  ms 40`);
    const times = run
      .rows('jobs')
      .map(({ submission_time: a, completion_time: b }) => [a, b].map((t) => Number(t) % 1e5));
    expect(times).toEqual([
      [1000, 1100],
      [6110, 6210],
      [6110, 6150],
    ]);
  });

  it('gives every task its part of a total, or its own value', async () => {
    const run = await readRun(`
      job 0  sql 1
        stage 0  tasks 4  shuffle-write 1 KiB, 1x1 MiB
      plan 1 Exchange#x {data size 10 KiB @0; number of files 7; avg probe 1.5, 2, 2.5, 3 @0; spill size ?}`);
    expect(run.row('stages').shuffle_write_bytes).toBe(3 * 1024 + 2 ** 20);
    const metrics = run.rows('plan_metrics').map((m) => [m.name, m.metric_type, m.total, m.max, m.source]);
    expect(metrics).toEqual([
      ['data size', 'size', 10_240, 2560, 'tasks'],
      ['number of files', 'sum', 7, null, 'driver'],
      ['avg probe', 'average', 2.25, 3, 'tasks'],
    ]);
  });

  it('writes what a Spark version writes', () => {
    const end = (version: string) =>
      events(`app a  spark ${version}\njob 0\n stage 0`).find((e) => e.Event === 'SparkListenerTaskEnd')!;
    expect(end('2.4.8')).not.toHaveProperty('Task Executor Metrics');
    expect(end('2.4.8')['Task Info']).not.toHaveProperty('Partition ID');
    expect(end('3.5.8')['Task Info']).toHaveProperty('Partition ID');
    expect(end('4.3.0')['Task Executor Metrics']).toHaveProperty('ConcurrentGCTime');
  });

  it('leaves out, doubles and moves events', () => {
    const run = 'job 0\n stage 0  tasks 4';
    expect(names(`${run}\nwithout ApplicationEnd`).at(-1)).toBe('JobEnd');
    expect(names(`${run}\nwithout TaskEnd every 3`).filter((name) => name === 'TaskEnd')).toHaveLength(3);
    expect(names(`${run}\ntwice JobEnd`).slice(-3)).toEqual(['JobEnd', 'JobEnd', 'ApplicationEnd']);
    expect(names(`${run}\nearly JobEnd 2`).slice(-4)).toEqual([
      'JobEnd',
      'TaskEnd',
      'StageCompleted',
      'ApplicationEnd',
    ]);
  });

  it.each([
    ['jub 0', 'no line of a run: jub'],
    ['job 0\nstage 0  taks 4', 'no field of a stage: taks'],
    ['job 0\nstage 0  ms many', 'no quantity: "many"'],
    ['executor 1  lost 1 ms\njob 0\nstage 0', 'no executor has a slot'],
    ['job 0  sql 1\nplan 1 Scan(', '")" is missing'],
  ])('refuses %j, because a typo would make a test that tests nothing', (text, message) => {
    expect(() => runLines(text)).toThrow(message);
  });
});

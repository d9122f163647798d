import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

/** Counts of a job or stage that are not 0, e.g. "tasks 4, completed_tasks 4". */
async function counts(text: string, table: 'jobs' | 'stages', where = {}) {
  const row = (await readRun(text)).row(table, where);
  return Object.entries(row)
    .filter(([name, value]) => name.startsWith('num_') && value !== 0)
    .map(([name, value]) => `${name.slice(4)} ${value}`)
    .join(', ');
}

const job = (text: string, id = 0) => counts(text, 'jobs', { job_id: id });
const stage = (text: string, id = 0, attempt = 0) =>
  counts(text, 'stages', { stage_id: id, attempt_id: attempt });

describe('a job', () => {
  it('counts the tasks and stages that ran for it', async () => {
    const text = 'job 0\n stage 0  tasks 3\n stage 1  tasks 2';
    expect(await job(text)).toBe('tasks 5, completed_tasks 5, completed_indices 5, completed_stages 2');
  });

  it('counts stages that were not submitted as skipped, with all their tasks', async () => {
    const text = 'job 0\n stage 0  tasks 3\njob 1\n stage 1  tasks 3  skipped\n stage 2  tasks 2';
    expect(await job(text, 1)).toBe(
      'tasks 5, completed_tasks 2, skipped_tasks 3, completed_indices 2, completed_stages 1, skipped_stages 1',
    );
    expect((await readRun(text)).row('stages', { stage_id: 1 }).status).toBe('SKIPPED');
  });

  it('counts a stage that an earlier job had run as skipped', async () => {
    // Stage 0 is listed in both jobs and runs in the first: its output is there for the second.
    const text = 'job 0\n stage 0  tasks 3\njob 1\n stage 0  tasks 3  skipped\n stage 1  tasks 2';
    expect(await job(text, 1)).toContain('skipped_tasks 3');
    const { rows, row } = await readRun(text);
    expect(row('stages', { stage_id: 0 })).toMatchObject({ status: 'COMPLETE', job_ids: [0, 1] });
    expect(rows('job_stages')).toHaveLength(3);
  });

  it('counts failed attempts apart from tasks', async () => {
    const text = 'job 0\n stage 0  tasks 4  fails 2x3';
    expect(await job(text)).toBe(
      'tasks 4, completed_tasks 4, failed_tasks 6, completed_indices 4, completed_stages 1',
    );
  });

  it('counts copies that lost the race as killed', async () => {
    const text = 'job 0\n stage 0  tasks 4  speculative 1';
    expect(await job(text)).toBe(
      'tasks 4, completed_tasks 4, killed_tasks 1, completed_indices 4, completed_stages 1',
    );
  });

  it('fails with the message of its last stage', async () => {
    const text =
      'job 0\n stage 0  tasks 2  fails 1x4 "java.io.IOException: disk"  failed "Task 0 failed 4 times"';
    expect(await job(text)).toBe(
      'tasks 2, completed_tasks 1, failed_tasks 4, completed_indices 1, failed_stages 1',
    );
    expect((await readRun(text)).row('jobs')).toMatchObject({
      status: 'FAILED',
      failure_reason: 'Job aborted due to stage failure: Task 0 failed 4 times',
    });
  });

  it('counts a stage that ran again once as completed, and its lost attempt as failed', async () => {
    const text = `
      job 0
        stage 0  tasks 4
        stage 1  tasks 3  fetch-failed 1  failed "FetchFailed"
        stage 0.1  tasks 1  partitions 2
        stage 1.1  tasks 1  partitions 0`;
    expect(await job(text)).toBe(
      'tasks 7, completed_tasks 8, failed_tasks 1, completed_indices 7, completed_stages 2, failed_stages 1',
    );
    expect(await stage(text, 1, 0)).toBe('tasks 3, complete_tasks 2, failed_tasks 1, completed_indices 2');
    expect(await stage(text, 1, 1)).toBe('tasks 1, complete_tasks 1, completed_indices 1');
    expect((await readRun(text)).row('tasks', { stage_id: 0, stage_attempt_id: 1 }).partition_id).toBe(2);
  });

  it('takes name, group, description and execution from its start', async () => {
    const text = 'job 7  sql 3  group etl  "daily"\n stage 0\n stage 4  name "count at x.py:3"';
    expect((await readRun(text)).row('jobs')).toMatchObject({
      job_id: 7,
      name: 'count at x.py:3',
      job_group: 'etl',
      description: 'daily',
      sql_execution_id: 3,
      stage_ids: [0, 4],
      status: 'SUCCEEDED',
    });
  });

  it('that has no end in the log is running, with the stages and tasks that have none', async () => {
    const text = 'job 0  open\n stage 0  tasks 2\n stage 1  tasks 3  running 2  open\n stage 2  skipped';
    expect(await job(text)).toBe(
      'tasks 6, active_tasks 2, completed_tasks 3, completed_indices 3, active_stages 1, completed_stages 1',
    );
    const { row } = await readRun(text);
    expect(row('jobs')).toMatchObject({ status: 'RUNNING', completion_time: null });
    expect(row('stages', { stage_id: 1 }).status).toBe('ACTIVE');
    expect(row('stages', { stage_id: 2 }).status).toBe('PENDING');
  });

  it('whose end comes before those of its tasks still counts them', async () => {
    const whole = 'job 0\n stage 0  tasks 2\n stage 1  tasks 4';
    expect(await job(`${whole}\nearly JobEnd 6`)).toBe(await job(whole));
    // Stage 1 was not submitted yet when the end came: it looked skipped for a moment.
    expect(await job(`${whole}\nearly JobEnd 12`)).not.toContain('skipped');
  });

  it('whose end stands twice counts once', async () => {
    const whole = 'job 0\n stage 0  tasks 2\n stage 1  skipped';
    expect(await job(`${whole}\ntwice JobEnd`)).toBe(await job(whole));
  });

  it('without a start in the log is there with what its end says', async () => {
    const { row } = await readRun('job 0\n stage 0\nwithout JobStart');
    expect(row('jobs')).toMatchObject({
      job_id: 0,
      status: 'SUCCEEDED',
      submission_time: null,
      num_tasks: 0,
    });
  });
});

describe('a stage', () => {
  it('adds up its tasks’ metrics, failed attempts included', async () => {
    const { row } = await readRun(
      'job 0\n stage 0  tasks 4  ms 10  fails 1  shuffle-write 1 KiB  read 5..8  gc 2',
    );
    expect(row('stages')).toMatchObject({
      executor_run_time: 50,
      shuffle_write_bytes: 5 * 1024,
      input_bytes: 5 + 5 + 6 + 7 + 8,
      jvm_gc_time: 10,
    });
  });

  it('knows when it was submitted, started its first task, and completed', async () => {
    const { row } = await readRun(
      'app a  slots 1\njob 0\n stage 0  tasks 1  ms 100\n stage 1  tasks 3  ms 10  after 7 ms',
    );
    const start = 1_700_000_001_000;
    expect(row('stages', { stage_id: 1 })).toMatchObject({
      submission_time: start + 107,
      first_task_launched_time: start + 107,
      completion_time: start + 137,
      parent_stage_ids: [0],
    });
  });

  it('whose end stands twice counts once, and one whose end comes early counts what follows', async () => {
    const whole = 'job 0\n stage 0  tasks 4';
    expect(await stage(`${whole}\ntwice StageCompleted`)).toBe(await stage(whole));
    expect(await stage(`${whole}\nearly StageCompleted 3`)).toBe(await stage(whole));
    expect(await job(`${whole}\ntwice StageCompleted`)).toBe(await job(whole));
  });

  it('without a submission in the log is complete all the same', async () => {
    const text = 'job 0\n stage 0  tasks 4\nwithout StageSubmitted';
    expect(await stage(text)).toBe('tasks 4, complete_tasks 4, completed_indices 4');
    expect(await job(text)).toBe('tasks 4, completed_tasks 4, completed_indices 4, completed_stages 1');
  });

  it('without an end in the log is active in a job that succeeded', async () => {
    const { row } = await readRun('job 0\n stage 0  tasks 4\nwithout StageCompleted');
    expect(row('stages')).toMatchObject({ status: 'ACTIVE', completion_time: null });
    expect(row('jobs')).toMatchObject({ status: 'SUCCEEDED', num_active_stages: 1, num_completed_stages: 0 });
  });

  it('of which only the tasks are in the log was not skipped', async () => {
    const text = 'job 0\n stage 0  tasks 4\nwithout StageSubmitted\nwithout StageCompleted';
    expect((await readRun(text)).row('stages').status).toBe('ACTIVE');
    expect(await job(text)).toBe('tasks 4, completed_tasks 4, completed_indices 4, active_stages 1');
  });
});

describe('a task', () => {
  const statuses = async (text: string) => {
    const { rows } = await readRun(text);
    return rows('tasks').map(
      ({ index, attempt, status, end_reason }) => `${index}.${attempt} ${status} ${end_reason}`,
    );
  };

  it('has a row for every attempt, with its status', async () => {
    expect(await statuses('app a  slots 1\njob 0\n stage 0  tasks 3  fails 1  kills 1')).toEqual([
      '0.0 FAILED ExceptionFailure',
      '0.1 SUCCESS Success',
      '1.0 SUCCESS Success',
      '2.0 KILLED TaskKilled',
    ]);
  });

  it('that started and never ended is running, without metrics', async () => {
    const { row } = await readRun('job 0\n stage 0  tasks 2  running 1');
    expect(row('tasks', { status: 'RUNNING' })).toMatchObject({
      index: 1,
      finish_time: null,
      duration: null,
      executor_run_time: null,
      host: 'localhost',
    });
  });

  it('whose end stands twice counts once', async () => {
    const whole = 'job 0\n stage 0  tasks 4  fails 1  read 5';
    const twice = `${whole}\ntwice TaskEnd`;
    expect(await statuses(twice)).toEqual(await statuses(whole));
    expect(await stage(twice)).toBe(await stage(whole));
    expect((await readRun(twice)).row('stages').input_bytes).toBe(25);
    expect((await readRun(twice)).row('executors').total_tasks).toBe(5);
  });

  it('that has an end but no start counts as one that ran', async () => {
    const whole = 'job 0\n stage 0  tasks 4  read 5';
    expect(await stage(`${whole}\nwithout TaskStart every 2`)).toBe(await stage(whole));
    expect((await readRun(`${whole}\nwithout TaskStart`)).row('executors')).toMatchObject({
      total_tasks: 4,
      active_tasks: 0,
    });
  });

  it('whose output was lost with its executor counts as failed and as completed, and is one row', async () => {
    // Success, then Resubmitted for the same task, then another attempt.
    const text = 'app a  slots 2\njob 0\n stage 0  tasks 4  resubmitted 1  read 5';
    expect(await statuses(text)).toHaveLength(5);
    expect(await stage(text)).toContain('complete_tasks 5, failed_tasks 1, completed_indices 4');
    expect((await readRun(text)).row('stages').input_bytes).toBe(25);
  });

  it('whose result was fetched apart has the time of that', async () => {
    const getting = JSON.stringify({
      Event: 'SparkListenerTaskGettingResult',
      'Task Info': { 'Task ID': 1, 'Getting Result Time': 1_700_000_001_040 },
    });
    const { row } = await readRun(`job 0\n stage 0  tasks 2  ms 5  running 1\nevent ${getting}`);
    expect(row('tasks', { task_id: 1 })).toMatchObject({
      status: 'GET RESULT',
      result_fetch_start: 1_700_000_001_040,
    });
  });

  it('spends what it neither runs, deserializes nor serializes in the scheduler', async () => {
    const { row } = await readRun('job 0\n stage 0  ms 100  delay 30  deserialize 5  serialize 2');
    expect(row('tasks')).toMatchObject({ duration: 100, executor_run_time: 63, scheduler_delay: 30 });
  });

  it('that took 0 ms has no duration, as in the REST API', async () => {
    expect((await readRun('job 0\n stage 0  ms 0')).row('tasks')).toMatchObject({
      duration: null,
      scheduler_delay: 0,
    });
  });

  it('of an older Spark has no partition', async () => {
    expect((await readRun('app a  spark 3.2.1\njob 0\n stage 0')).row('tasks').partition_id).toBe(-1);
  });
});

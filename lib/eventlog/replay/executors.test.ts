import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

const START = 1_700_000_000_000;
const cpus = (amount: number) =>
  `{"Event":"SparkListenerResourceProfileAdded","Resource Profile Id":0,"Task Resource Requests":{"cpus":{"Resource Name":"cpus","Amount":${amount}.0}}}`;

describe('executors', () => {
  it('of a cluster are there from their arrival to their loss; the driver is one without task slots', async () => {
    const { rows } = await readRun(`
      executor 1  cores 2  at 2 s  lost 40 s "Command exited with code 137"
      executor 2  cores 4
      job 0
        stage 0  tasks 3`);
    const shown = rows('executors').map((e) => [
      e.executor_id,
      e.is_active,
      e.total_cores,
      e.max_tasks,
      e.add_time,
      e.remove_time,
      e.remove_reason,
    ]);
    expect(shown).toEqual([
      ['driver', true, 0, 0, START, null, null],
      ['2', true, 4, 4, START, null, null],
      ['1', false, 2, 2, START + 2000, START + 40_000, 'Command exited with code 137'],
    ]);
  });

  it('add up their tasks', async () => {
    const { row } = await readRun(`
      executor 1  cores 1
      job 0
        stage 0  tasks 4  ms 10  gc 3  read 5  shuffle-read 1  remote-read 2  shuffle-write 7  fails 1  kills 1`);
    expect(row('executors', { executor_id: '1' })).toMatchObject({
      total_tasks: 5,
      completed_tasks: 3,
      failed_tasks: 1,
      active_tasks: 0,
      total_duration: 50,
      total_gctime: 15,
      total_input_bytes: 25,
      total_shuffle_read: 15,
      total_shuffle_write: 35,
    });
  });

  it('count a task that was lost with them as failed; what is reported after their removal changes nothing', async () => {
    const text = `
      executor 1  lost 1050 ms "gone"
      executor 2  at 1 s
      job 0
        stage 0  tasks 2  ms 60  read 5`;
    // The removal comes first, then the end of the task: its failure is not counted, as in the History Server.
    const removedFirst = (await readRun(text)).row('executors', { executor_id: '1' });
    expect(removedFirst).toMatchObject({ total_tasks: 1, failed_tasks: 0, active_tasks: 1 });
    const endedFirst = (await readRun(`${text}\nlate ExecutorRemoved 2`)).row('executors', {
      executor_id: '1',
    });
    expect(endedFirst).toMatchObject({
      total_tasks: 1,
      failed_tasks: 1,
      completed_tasks: 0,
      active_tasks: 0,
    });
  });

  it('run as many tasks at once as their cores allow', async () => {
    const tasks = async (more: string) =>
      (await readRun(`executor 1  cores 7  at 1 s\n${more}\njob 0`)).row('executors', { executor_id: '1' })
        .max_tasks;
    expect(await tasks('')).toBe(7);
    expect(await tasks('conf spark.task.cpus 2')).toBe(3);
    expect(await tasks('conf spark.task.cpus 9')).toBe(0);
    expect(await tasks(`event ${cpus(3)}\nlate ExecutorAdded 2`)).toBe(2);
  });

  it('that only their tasks show are there, as far as the tasks tell', async () => {
    const { row, facts } = await readRun(
      'executor 1\njob 0\n stage 0  tasks 2\nwithout ExecutorAdded\nwithout BlockManagerAdded',
    );
    expect(row('executors', { executor_id: '1' })).toMatchObject({
      host_port: 'host-1',
      total_cores: 0,
      max_memory: 0,
      completed_tasks: 2,
      add_time: START + 1000,
    });
    expect(facts()).toEqual(['executors-implied 1']);
  });

  it('that are announced after their first task are not implied', async () => {
    const { facts } = await readRun(
      'executor 1\njob 0\n stage 0  tasks 2\nlate ExecutorAdded 5\nlate BlockManagerAdded 5',
    );
    expect(facts()).toEqual([]);
  });

  it('that died while they registered have their removal and its reason, and no arrival', async () => {
    const removal = (reason: string) =>
      `event {"Event":"SparkListenerExecutorRemoved","Timestamp":${START + 2000},"Executor ID":"7","Removed Reason":"${reason}"}`;
    const { rows, facts } = await readRun(
      `executor 1\njob 0\n stage 0\n${removal('Command exited with code 1')}\n${removal('again')}`,
    );
    const dead = rows('executors').filter(({ executor_id }) => executor_id === '7');
    expect(dead).toMatchObject([
      {
        is_active: false,
        add_time: null,
        remove_time: START + 2000,
        remove_reason: 'Command exited with code 1',
        total_cores: 0,
        max_tasks: 0,
      },
    ]);
    expect(facts()).toEqual([]);
  });

  it('that come back under their old id are new ones', async () => {
    const { rows } = await readRun(`
      executor 1  lost 2 s "idle"
      executor 1  at 5 s
      job 0
        stage 0  tasks 1  ms 10
      gap 10 s
      job 1
        stage 1  tasks 1  ms 10`);
    const ones = rows('executors').filter(({ executor_id }) => executor_id === '1');
    expect(ones.map(({ is_active, completed_tasks }) => [is_active, completed_tasks])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it.each([
    ['SparkListenerExecutorExcluded', '"executorId":"1"'],
    ['SparkListenerExecutorBlacklisted', '"executorId":"1"'],
    ['SparkListenerNodeExcluded', '"hostId":"host-1"'],
  ])('are excluded by %s, until they are taken back', async (event, who) => {
    const text = `executor 1\nexecutor 2\njob 0\nevent {"Event":"${event}",${who}}`;
    const excluded = async (more: string) =>
      (await readRun(text + more))
        .rows('executors')
        .filter((e) => e.is_excluded)
        .map((e) => e.executor_id);
    expect(await excluded('')).toEqual(['1']);
    const back = event.replace('Excluded', 'Unexcluded').replace('Blacklisted', 'Unblacklisted');
    expect(await excluded(`\nevent {"Event":"${back}",${who}}`)).toEqual([]);
  });

  it('show the largest memory that was sampled, and nothing where none was', async () => {
    const sample = {
      Event: 'SparkListenerStageExecutorMetrics',
      'Executor ID': '1',
      'Executor Metrics': { JVMHeapMemory: 900, DirectPoolMemory: 5 },
    };
    const { row } = await readRun(
      `executor 1\njob 0\n stage 0  tasks 3  heap 100..700\nevent ${JSON.stringify(sample)}`,
    );
    expect(row('executors', { executor_id: '1' })).toMatchObject({
      peak_jvm_heap_memory: 900,
      peak_direct_pool_memory: 5,
      peak_jvm_off_heap_memory: null,
    });
  });

  it('of local mode are the driver: its time is that of the run, its GC time what the JVM says', async () => {
    const { row } = await readRun(
      'app a  slots 2  ends 60 s\njob 0\n stage 0  tasks 4  ms 10  gc 5  jvm-gc-total 100..400',
    );
    expect(row('executors')).toMatchObject({
      executor_id: 'driver',
      total_duration: 60_000,
      total_gctime: 400,
      max_tasks: 2,
    });
  });
});

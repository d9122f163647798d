import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

const START = 1_700_000_000_000;
const run = (more = '') =>
  readRun(
    `app nightly  spark 4.3.0  id app-7  user ada  ends 90 s\njob 0\n stage 0  tasks 2  ms 500\n${more}`,
  );

describe('the application', () => {
  it('has the name, user, version and times that its events state', async () => {
    expect((await run()).row('application')).toEqual({
      app_id: 'app-7',
      name: 'nightly',
      attempt_id: null,
      start_time: START,
      end_time: START + 90_000,
      end_estimated: false,
      duration: 90_000,
      spark_user: 'ada',
      completed: true,
      spark_version: '4.3.0',
      exit_code: 0,
      source_files: ['log'],
    });
  });

  it('without an end ends with the latest time in its log, and says that this is an estimate', async () => {
    expect((await run('without ApplicationEnd')).row('application')).toMatchObject({
      end_time: START + 1500,
      end_estimated: true,
      completed: false,
      duration: 1500,
      exit_code: null,
    });
  });

  it('without a start starts with the earliest time in its log', async () => {
    const { row } = await run('without ApplicationStart\nwithout ExecutorAdded\nwithout BlockManagerAdded');
    expect(row('application')).toMatchObject({
      app_id: null,
      name: null,
      start_time: START + 1000,
      duration: 89_000,
    });
  });

  it('of a log without any time has none', async () => {
    expect(
      (
        await readRun(
          'without ApplicationStart\nwithout ApplicationEnd\nwithout ExecutorAdded\nwithout BlockManagerAdded',
        )
      ).row('application'),
    ).toMatchObject({
      start_time: null,
      end_time: null,
      duration: null,
    });
  });

  it('of Databricks has the version that its metadata state', async () => {
    const metadata =
      '{"Event":"com.databricks.backend.daemon.driver.DBCEventLoggingListenerMetadata","Spark Version":"15.4.x-scala2.12"}';
    const { row, facts } = await run(`event ${metadata}\nwithout LogStart`);
    expect(row('application').spark_version).toBe('15.4.x-scala2.12');
    expect(facts()).toEqual([]);
  });
});

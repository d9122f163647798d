import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { askTables, measure } from './measurement.ts';

const RUN = `
job 0
  stage 0  tasks 4  ms 100
  stage 1  tasks 8  ms 200
`;

describe('measure', () => {
  it('reads the figures that a scenario asks for, and lists the stages', async () => {
    const queries = { tasks: 'SELECT count(*) FROM tasks', none: 'SELECT NULL', word: "SELECT 'a'" };
    const { figures, stages } = await withRun(RUN, (query) => measure(query, queries));
    expect(figures).toEqual({ tasks: 12, none: null, word: 'a' });
    expect(stages.map(({ stage, num_tasks }) => `${stage}: ${num_tasks}`)).toEqual(['0.0: 4', '1.0: 8']);
  });
});

describe('askTables', () => {
  it('answers a query of the learner', async () => {
    const rows = await withRun(RUN, (query) => askTables(query, 'SELECT count(*) AS n FROM stages'));
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('says kindly what is wrong with it', async () => {
    const failure = (sql: string) =>
      withRun(RUN, (query) => askTables(query, sql).catch((error: Error) => error.message));
    expect(await failure('SELECT nothing FROM tasks')).toMatch(/^The query failed: .*nothing/);
    expect(await failure('DROP TABLE tasks')).toMatch(/^DROP is not available here/);
    expect(await failure('')).toBe('There is no SQL to run.');
  });
});

import { expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { ledgerList } from './ledger-list.ts';

it('ledgerList puts what is grave first and says where it is', async () => {
  const rows = await withRun(
    `
    job 0  sql 2
      stage 0  tasks 4
      stage 1  tasks 4
    job 1  open
      stage 10  tasks 2  running 1  open
    event {"Event":"com.example.Mine"}
    without SQLExecutionEnd
    without ApplicationEnd
    without TaskEnd every 4`,
    ledgerList,
  );
  expect(rows.map(({ severity, fact, place }) => [severity, fact, place].join(' | '))).toEqual([
    'error | task-ends-missing | stage 0.0',
    'error | task-ends-missing | stage 1.0',
    'warning | application-end-missing | ',
    'warning | job-ends-missing | job 1',
    'warning | sql-ends-missing | SQL execution 2',
    'warning | stage-ends-missing | stage 10.0',
    'info | tasks-without-end | ',
    'info | unknown-events | ',
  ]);
  expect(rows[0]).toMatchObject({ count: 1 });
  for (const { detail, affects } of rows) expect([detail, affects]).not.toContain('');
});

it('ledgerList is empty for a whole log', async () => {
  expect(await withRun('job 0\n stage 0', ledgerList)).toEqual([]);
});

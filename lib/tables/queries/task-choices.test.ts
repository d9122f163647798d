import { expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { taskChoices } from './task-choices.ts';

it('taskChoices counts the tasks of every stage attempt, executor and status, numbers in their order', async () => {
  const rows = await withRun(
    `
    executor 2
    executor 10
    job 0
      stage 2  tasks 3  on 2  fails 1
      stage 10  tasks 2  on 10  fetch-failed 1  failed "FetchFailed"
      stage 10.1  tasks 1  on 10`,
    taskChoices,
  );
  expect(rows.map(({ kind, value, tasks }) => `${kind} ${value}: ${tasks}`)).toEqual([
    'executor 2: 4',
    'executor 10: 3',
    'stage 2.0: 4',
    'stage 10.0: 2',
    'stage 10.1: 1',
    'status FAILED: 2',
    'status SUCCESS: 5',
  ]);
});

it('taskChoices offers nothing where there are no tasks', async () => {
  expect(await withRun('job 0', taskChoices)).toEqual([]);
});

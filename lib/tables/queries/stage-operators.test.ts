import { expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { stageOperators } from './stage-operators.ts';

const RUN = `
  job 0  sql 1
    stage 0  tasks 2
    stage 1  tasks 2
  plan 1 Sort {number of output rows 6 @1}(Exchange {data size 2 KiB @0; records read 8 @1}(Scan {number of output rows 8 @0; number of files read 4}))`;

it('stageOperators gives what ran in a stage, nearest to the result first, and what two stages share', async () => {
  const [reads, writes] = await withRun(RUN, async (query) => [
    await stageOperators(query, { stageId: 1 }),
    await stageOperators(query, { stageId: 0 }),
  ]);
  expect(reads.map(({ name, is_shared }) => [name, is_shared])).toEqual([
    ['Sort', false],
    ['Exchange', true],
  ]);
  expect(writes.map(({ name, is_shared }) => [name, is_shared])).toEqual([
    ['Exchange', true],
    ['Scan', false],
  ]);
  expect(writes).toMatchObject([{ data_size: 2048 }, { output_rows: 8, files_read: 4, files_written: null }]);
});

it('stageOperators is empty for a stage without SQL', async () => {
  expect(await withRun('job 0\n stage 0', (query) => stageOperators(query, { stageId: 0 }))).toEqual([]);
});

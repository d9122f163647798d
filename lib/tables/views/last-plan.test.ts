import { describe, expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import type { Row } from '#lib/testing/read-run.ts';

function operators(run: string): Promise<readonly Row[]> {
  return withRun(run, (query) => query<Row>('SELECT * FROM last_plan ORDER BY execution_id, node_id'));
}

const JOB = 'job 0  sql 1\n stage 0  tasks 2\n stage 1  tasks 2';

describe('last_plan', () => {
  it('has the operators of the plan that ran, without the codegen clusters around them', async () => {
    const rows = await operators(
      `${JOB}\nplan 1 adaptive Sort(Scan)\nplan 1 final WholeStageCodegen 1(Project(Scan "Scan parquet prices"))`,
    );
    expect(
      rows.map(({ node_id, parent_node_id, name, detail }) => [node_id, parent_node_id, name, detail]),
    ).toEqual([
      [0, null, 'AdaptiveSparkPlan', 'AdaptiveSparkPlan isFinalPlan=true'],
      [2, 0, 'Project', 'Project'],
      [3, 2, 'Scan', 'Scan parquet prices'],
    ]);
  });

  it('has what an operator reports side by side, and NULL for what it does not', async () => {
    const rows = await operators(`
      ${JOB}
      plan 1 Execute {number of written files 3; written output 9 KiB}(Exchange {data size 2 KiB @0; shuffle bytes written 1 KiB @0; records read 8 @1}(Scan {number of output rows 8 @0; number of files read 4; size of files read 5 KiB}))`);
    expect(rows).toMatchObject([
      { name: 'Execute', files_written: 3, written_bytes: 9 * 1024, output_rows: null, files_read: null },
      { name: 'Exchange', data_size: 2048, shuffle_bytes: 1024, output_rows: null, stage_ids: [0, 1] },
      {
        name: 'Scan',
        output_rows: 8,
        files_read: 4,
        files_read_bytes: 5 * 1024,
        shuffle_bytes: null,
        stage_id: 0,
      },
    ]);
  });

  it('knows the name that older Sparks give the number of files', async () => {
    const [scan] = await operators(`${JOB}\nplan 1 Scan {number of files 7}`);
    expect(scan?.files_read).toBe(7);
  });

  it('keeps the plans of executions apart', async () => {
    const rows = await operators(
      'job 0  sql 1\n stage 0\njob 1  sql 2\n stage 1\nplan 1 Scan a\nplan 2 Scan b',
    );
    expect(rows.map(({ execution_id, name }) => [execution_id, name])).toEqual([
      [1, 'Scan a'],
      [2, 'Scan b'],
    ]);
  });
});

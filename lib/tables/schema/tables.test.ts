import { describe, expect, it } from 'vitest';
import { GOLDEN_LOGS, goldenLog } from '#lib/testing/golden-logs.ts';
import { readSource } from '#lib/testing/read-run.ts';
import { type Column, createTableSql, type Table } from './column.ts';
import { TABLES } from './tables.ts';

/** What scripts of people rely on: a change here needs a line in the changelog. */
const PUBLIC: Readonly<Record<string, string>> = {
  application: 'app_id name start_time end_time end_estimated duration spark_version source_files',
  jobs: 'job_id name status submission_time completion_time stage_ids sql_execution_id call_site',
  job_stages: 'job_id stage_id',
  stages: `stage_id attempt_id status num_tasks submission_time completion_time sql_execution_id parent_stage_ids
    executor_run_time input_bytes output_bytes shuffle_read_bytes shuffle_write_bytes disk_bytes_spilled`,
  tasks: `stage_id stage_attempt_id task_id executor_id launch_time finish_time duration status end_reason error_class
    executor_run_time executor_cpu_time jvm_gc_time input_bytes output_records shuffle_read_bytes shuffle_write_time
    shuffle_remote_bytes_read shuffle_fetch_wait_time scheduler_delay getting_result_time peak_execution_memory`,
  executors: 'executor_id total_cores add_time remove_time remove_reason peak_jvm_heap_memory max_memory',
  sql_executions: 'execution_id root_execution_id status description call_site submission_time duration',
  plan_nodes: 'execution_id plan plan_version node_id parent_node_id name detail stage_id stage_link',
  plan_metrics: 'execution_id node_id name metric_type total min median max',
  properties: 'source name value',
  streaming_batches: 'run_id batch_id num_input_rows batch_duration',
  cached_rdds: 'rdd_id name storage_level num_partitions',
  ledger: 'fact severity count stage_id job_id detail affects',
};

const columnsOf = (table: Table) => Object.entries<Column>(table.columns);
const allColumns = TABLES.flatMap((table) =>
  columnsOf(table).map(([name, column]) => [`${table.name}.${name}`, name, column] as const),
);

describe('the tables', () => {
  it('are those that people script against', () => {
    expect(TABLES.map(({ name }) => name).sort()).toEqual(Object.keys(PUBLIC).sort());
  });

  it.each(TABLES.map((table) => [table.name, table] as const))('%s has its public columns', (name, table) => {
    const names = columnsOf(table).map(([column]) => column);
    expect(names).toEqual(expect.arrayContaining(PUBLIC[name]!.split(/\s+/)));
    expect(names).toEqual(expect.arrayContaining([...table.key]));
    expect(table.grain).toMatch(/^[a-zA-Z].*[^.]$/);
    expect(table.doc).toMatch(/^[A-Z].*\.$/);
  });

  it.each(allColumns)('%s has a name for SQL and says what it means', (_, name, column) => {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(column.doc).toMatch(/^\S.*[.…]$/s);
  });

  it('name their units as the REST API has them', () => {
    const wrong = allColumns.filter(
      ([, name, { unit, type }]) => unit !== unitOf(name, type) && unitOf(name, type),
    );
    expect(wrong.map(([column]) => column)).toEqual([]);
  });
});

/** The unit that a name promises; undefined where it promises none. */
function unitOf(name: string, type: string): string | undefined {
  if (/_cpu_time$|^shuffle_write_time$/.test(name)) return 'ns';
  if (
    /^(start|end|add|remove|launch|finish|submission|completion|trigger|first_task_launched)_time$/.test(name)
  )
    return 'epoch ms';
  if (/_(time|duration)$|^duration$|_delay$|gctime$/.test(name)) return 'ms';
  if (/bytes|_memory$/.test(name) && type === 'BIGINT') return 'bytes';
  return undefined;
}

describe('createTableSql', () => {
  it('quotes names, so that a column can be called like a word of SQL', () => {
    const table = {
      name: 'order',
      grain: '',
      doc: '',
      key: [],
      columns: { index: { type: 'INTEGER', doc: '' } },
    } as const;
    expect(createTableSql(table)).toBe('CREATE TABLE "order" (\n  "index" INTEGER\n)');
  });
});

describe('the key of every table tells its rows apart in real logs:', () => {
  it.each(GOLDEN_LOGS.map(({ id }) => id))('%s', async (id) => {
    const { rows } = await readSource(await goldenLog(id));
    for (const { name, key } of TABLES) {
      if (key.length === 0) continue;
      const keys = rows(name).map((row) => key.map((column) => row[column]).join(' '));
      expect(keys.length - new Set(keys).size, name).toBe(0);
    }
  });
});

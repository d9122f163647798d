import { expect, it } from 'vitest';
import { withRun } from '#lib/testing/open-run.ts';
import { settingList } from './setting-list.ts';

const SESSION = {
  Event: 'org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart',
  executionId: 4,
  modifiedConfigs: { 'spark.sql.shuffle.partitions': '7' },
};

it('settingList starts with Spark’s own settings, then those of single executions, then the rest', async () => {
  const rows = await withRun(
    `
    conf spark.executor.memory 4g
    property hadoop fs.defaultFS file:///
    property system user.timezone UTC
    property classpath /jars/a.jar SystemClassPath
    job 0
    event ${JSON.stringify(SESSION)}`,
    settingList,
  );
  const sources = rows.map(({ source }) => source);
  expect([...new Set(sources)]).toEqual(['spark', 'session', 'jvm', 'system', 'hadoop', 'classpath']);
  expect(sources).toEqual(sources.toSorted((a, b) => sources.indexOf(a) - sources.indexOf(b)));
  expect(rows.filter(({ source }) => source === 'session')).toEqual([
    { source: 'session', name: 'spark.sql.shuffle.partitions', value: '7', execution_id: 4 },
  ]);
  const spark = rows.filter(({ source }) => source === 'spark').map(({ name }) => name);
  expect(spark).toEqual(['spark.app.id', 'spark.app.name', 'spark.executor.memory', 'spark.master']);
});

it('settingList never has a secret in clear', async () => {
  const rows = await withRun(
    'conf spark.my.password hunter2\nproperty hadoop fs.s3a.secret.key abc\njob 0',
    settingList,
  );
  const secrets = rows.filter(({ name }) => /password|secret/.test(name));
  expect(secrets).toHaveLength(2);
  for (const { value } of secrets) expect(value).toMatch(/redacted/);
});

import { describe, expect, it } from 'vitest';
import { readRun } from '#lib/testing/read-run.ts';

/** Settings as "source name=value", without those that every run has. */
async function settings(text: string) {
  const { rows } = await readRun(text);
  return rows('properties')
    .filter(({ source, name }) => source !== 'jvm' && !/^spark\.(app|master)/.test(String(name)))
    .map(({ source, name, value, execution_id }) => `${source}${execution_id ?? ''} ${name}=${value}`);
}

describe('settings', () => {
  it('come from all sections of the environment', async () => {
    const text = `
      conf spark.sql.shuffle.partitions 12
      property hadoop fs.defaultFS file:///
      property system user.dir /home/ada
      property metrics *.sink.class x
      property classpath /jars/a.jar System Classpath`;
    expect(await settings(text)).toEqual([
      'spark spark.sql.shuffle.partitions=12',
      'hadoop fs.defaultFS=file:///',
      'system user.dir=/home/ada',
      'metrics *.sink.class=x',
      'classpath /jars/a.jar=System Classpath',
    ]);
    const { rows } = await readRun('');
    expect(rows('properties').filter(({ source }) => source === 'jvm')).toHaveLength(3);
  });

  it.each([
    ['spark.hadoop.fs.s3a.secret.key', 'abc'],
    ['spark.my.Password', 'abc'],
    ['spark.access.key.id', 'abc'],
    ['spark.authToken', 'abc'],
    ['spark.credentials.provider', 'abc'],
    ['spark.driver.extraJavaOptions', '-Dtrust.password=abc'],
  ])('whose name or value looks secret show no value: %s', async (name, value) => {
    expect(await settings(`conf ${name} ${value}`)).toEqual([`spark ${name}=*********(redacted)`]);
  });

  it('that a later update changes have the later value', async () => {
    const update =
      '{"Event":"SparkListenerEnvironmentUpdate","Spark Properties":{"spark.a":"2","spark.n":3}}';
    expect(await settings(`conf spark.a 1\njob 0\nevent ${update}`)).toEqual([
      'spark spark.a=2',
      'spark spark.n=3',
    ]);
  });

  it('of one SQL execution stand beside those of the application', async () => {
    const start = {
      Event: 'org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart',
      executionId: 4,
      time: 1_700_000_001_000,
      modifiedConfigs: { 'spark.a': '9', 'spark.my.token': 'x' },
    };
    expect(await settings(`conf spark.a 1\nevent ${JSON.stringify(start)}`)).toEqual([
      'spark spark.a=1',
      'session4 spark.a=9',
      'session4 spark.my.token=*********(redacted)',
    ]);
  });
});

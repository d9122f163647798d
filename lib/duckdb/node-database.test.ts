import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRun, openRun } from '#lib/testing/open-run.ts';
import { openNodeDatabase } from './node-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'shufflescope-'));
const file = join(folder, 'secret.csv');

let run: OpenRun;
beforeAll(async () => {
  writeFileSync(file, 'password\nhunter2\n');
  run = await openRun('job 0\n stage 0  tasks 3');
});
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true });
});

const FILES = /file system operations are disabled by configuration/;
const LOCKED = /the configuration has been locked/;
const MISSING = /is not in the catalog|does not exist/;

describe('SQL over the tables of a log', () => {
  it.each([
    [`SELECT * FROM read_csv('${file}')`, FILES],
    [`FROM '${file}'`, FILES],
    [`SELECT * FROM read_text('${file}')`, FILES],
    [`SELECT * FROM read_blob('${file}')`, FILES],
    [`SELECT * FROM glob('${folder}/*')`, FILES],
    [`SELECT * FROM sniff_csv('${file}')`, FILES],
    ["SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')", FILES],
    ["SELECT * FROM read_csv('s3://bucket/a.csv')", FILES],
    [`COPY tasks TO '${folder}/out.csv'`, FILES],
    [`COPY tasks FROM '${file}'`, FILES],
    [`EXPORT DATABASE '${folder}/out'`, FILES],
    [`ATTACH '${folder}/out.db'`, FILES],
    ["SET memory_limit = '1GB'", LOCKED],
    ['SET enable_external_access = true', LOCKED],
    ['SET lock_configuration = false', LOCKED],
    ['RESET enable_external_access', LOCKED],
    ['PRAGMA threads = 4', LOCKED],
    ["SET custom_extension_repository = 'http://127.0.0.1:9'", LOCKED],
    ['LOAD json', /Loading external extensions is disabled/],
    [`LOAD '${folder}/x.duckdb_extension'`, /Loading external extensions is disabled/],
    ["SELECT * FROM read_parquet('x.parquet')", MISSING],
    ["SELECT * FROM read_json('x.json')", MISSING],
    ["SELECT getenv('HOME')", MISSING],
    ["CREATE SECRET s (TYPE S3, KEY_ID 'a')", MISSING],
  ])('reaches nothing else: %s', async (sql, why) => {
    await expect(run.database.query(sql)).rejects.toThrow(why);
    expect(existsSync(join(folder, 'out.csv'))).toBe(false);
  });

  it('says what is wrong and where, and goes on', async () => {
    await expect(run.database.query('SELECT durations FROM tasks')).rejects.toThrow(
      /"durations" not found[\s\S]*"duration"[\s\S]*LINE 1/,
    );
    await expect(run.database.query('SELEC 1')).rejects.toThrow(/syntax error at or near "SELEC"/);
    expect(await run.query('SELECT count(*) AS n FROM tasks')).toEqual([{ n: 3 }]);
  });
});

describe('an engine that is used again', () => {
  it('has nothing of the log before: no table, no function, no setting', async () => {
    const first = await openRun('job 0\n stage 0  tasks 3');
    await first.database.execute(
      'CREATE TABLE mine AS SELECT 1; CREATE MACRO twice(a) AS 2 * a; SET VARIABLE a = 1',
    );
    await first.close();
    const database = await openNodeDatabase();
    const tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'";
    expect((await database.query(tables)).rows).toEqual([]);
    await expect(database.query('SELECT twice(2)')).rejects.toThrow('twice does not exist');
    expect((await database.query("SELECT getvariable('a') AS a")).rows).toEqual([{ a: null }]);
    const settings =
      "SELECT value FROM duckdb_settings() WHERE name IN ('enable_external_access', 'lock_configuration') ORDER BY name";
    expect((await database.query(settings)).rows).toEqual([{ value: 'true' }, { value: 'false' }]);
    await database.close();
  });

  it('belongs to one database at a time, even when that is closed twice', async () => {
    const closed = await openNodeDatabase();
    await closed.close();
    await closed.close();
    const [one, two] = [await openNodeDatabase(), await openNodeDatabase()];
    await one.execute('CREATE TABLE t AS SELECT 1 AS v');
    await two.execute('CREATE TABLE t AS SELECT 2 AS v');
    expect((await one.query('FROM t')).rows).toEqual([{ v: 1 }]);
    expect((await two.query('FROM t')).rows).toEqual([{ v: 2 }]);
    await one.close();
    await two.close();
  });

  it('is not asked any more after it was closed', async () => {
    const database = await openNodeDatabase();
    await database.close();
    await expect(database.query('SELECT 1')).rejects.toThrow('the database is closed');
  });
});

import { createRequire } from 'node:module';
import { Worker as Thread } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { logOf } from '#lib/testing/read-run.ts';
import { runText } from '#lib/testing/run-text.ts';
import { openBrowserDatabase } from './browser-database.ts';
import type { Database } from './engine.ts';
import { loadLog } from './load-log.ts';

// The build that the browser gets (it looks for Worker when it is loaded); by itself Node would take the one for
// Node, which has an Arrow of its own.
vi.mock('@duckdb/duckdb-wasm', () => {
  vi.stubGlobal('Worker', class {});
  const build = '@duckdb/duckdb-wasm/dist/duckdb-browser.mjs';
  return import(build);
});

const require = createRequire(import.meta.url);
const dist = (name: string) => require.resolve(`@duckdb/duckdb-wasm/dist/${name}`);

/** The engine’s worker, in a thread that looks like a worker of a browser from both sides. */
function startWorker(): { readonly worker: Worker; readonly thread: Thread } {
  const thread = new Thread(
    // The engine prints every error that it also reports.
    `const { parentPort } = require('node:worker_threads');
     globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
     parentPort.on('message', (data) => globalThis.onmessage({ data }));
     require(${JSON.stringify(dist('duckdb-node-eh.worker.cjs'))});`,
    { eval: true, stderr: true, stdout: true },
  );
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) =>
      thread.on(type === 'close' ? 'exit' : type, (data) => listener(type === 'message' ? { data } : data)),
    removeEventListener: () => undefined,
    postMessage: (message: unknown, transfer: never[]) => thread.postMessage(message, transfer),
    terminate: () => void thread.terminate(),
  };
  return { worker: worker as unknown as Worker, thread };
}

const RUNAWAY = 'SELECT count(*) FROM range(100000) a, range(10000000) b WHERE a.range * b.range % 7 = 3';

let database: Database;
const { worker, thread } = startWorker();
beforeAll(async () => {
  const files = { wasm: dist('duckdb-eh.wasm'), extensions: 'http://127.0.0.1:9/ext' };
  database = await openBrowserDatabase(worker, files);
  await loadLog(database, logOf(runText('job 0\n stage 0  tasks 3000')));
});
afterAll(async () => {
  await database.close();
  await thread.terminate();
});

describe('the database of a tab', () => {
  it('has the tables of the log', async () => {
    const { rows } = await database.query('SELECT count(*) AS n, max(status) AS status FROM tasks');
    expect(rows).toEqual([{ n: 3000, status: 'SUCCESS' }]);
  });

  it('is locked once the log is read', async () => {
    await expect(database.query("SET memory_limit = '1GB'")).rejects.toThrow('configuration has been locked');
    await expect(database.query("FROM read_csv('http://127.0.0.1:9/a.csv')", { maxRows: 1 })).rejects.toThrow(
      'file system operations are disabled',
    );
  });

  it.each([
    [10, 10, true],
    [2048, 2048, true],
    [2999, 2999, true],
    [3000, 3000, undefined],
    [9999, 3000, undefined],
  ])('asked for %i of 3000 rows gives %i', async (maxRows, length, isCut) => {
    const result = await database.query('SELECT task_id FROM tasks', { maxRows });
    expect(result.rows).toHaveLength(length);
    expect(result.isCut).toBe(isCut);
  });

  it('stops after so many rows, however many there would be', async () => {
    const result = await database.query('SELECT a.range FROM range(100000) a, range(10000000) b', {
      maxRows: 5,
    });
    expect(result).toMatchObject({ rows: { length: 5 }, isCut: true });
  });

  it('stops a statement when it is told to, and answers the next one', async () => {
    const controller = new AbortController();
    const running = database.query(RUNAWAY, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect((await database.query('SELECT 1 AS a', {})).rows).toEqual([{ a: 1 }]);
  });

  it('does not begin a statement that was given up before', async () => {
    const query = database.query(RUNAWAY, { signal: AbortSignal.abort() });
    await expect(query).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it.each([
    ['SELEC 1', 'Parser Error: syntax error at or near "SELEC"\n\nLINE 1: SELEC 1\n        ^'],
    ['SELECT durations FROM tasks', 'Binder Error: Referenced column "durations" not found'],
    ['FROM nothing', 'Catalog Error: Table with name nothing does not exist'],
    ["SELECT 'x'::INTEGER", "Conversion Error: Could not convert string 'x' to INT32"],
  ])('says what is wrong with %j in the same words, however it is asked', async (sql, why) => {
    await expect(database.query(sql)).rejects.toThrow(why);
    await expect(database.query(sql, { maxRows: 5 })).rejects.toThrow(why);
  });
});

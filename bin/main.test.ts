import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLES } from '#lib/tables/schema/tables.ts';
import { runText } from '#lib/testing/run-text.ts';

/** The command as people run it: a process of its own, which takes a second or two where the engine starts. */
const COMMAND = fileURLToPath(new URL('shufflescope', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'shufflescope-'));
const path = (name: string) => join(folder, name);
const [log, both] = [path('logs/app-1'), path('logs')];

beforeAll(() => {
  const files = {
    'logs/app-1': runText('app nightly  id app-1  slots 4\njob 0\n stage 0  tasks 4  ms 100, 1x60 s'),
    'logs/app-2': runText('app hourly  id app-2\njob 0\n stage 0  tasks 2'),
    'text.txt': 'hello, this is no log\n',
  };
  mkdirSync(both);
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function shufflescope(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(COMMAND, args, { env: { ...process.env, DEBUG: '' } }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

describe('shufflescope', () => {
  it('--help explains every command', async () => {
    const { status, stdout, stderr } = await shufflescope('query', '--help');
    expect([status, stderr]).toEqual([0, '']);
    for (const command of ['analyze', 'query']) expect(stdout).toContain(`shufflescope ${command} LOG`);
  });

  it.each([
    [2, ['analyze', '--wrong'], "Unknown option '--wrong'"],
    [3, ['analyze', path('text.txt')], 'it starts with "hello, this is no log"'],
  ])('ends with status %i for %j and says why, without a stack trace', async (expected, args, why) => {
    const { status, stdout, stderr } = await shufflescope(...args);
    expect([status, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(why);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  it('analyze --json reports every application, on stdout and nothing else', async () => {
    const { status, stdout, stderr } = await shufflescope('analyze', both, '--json');
    expect([status, stderr]).toEqual([0, '']);
    const { applications } = JSON.parse(stdout) as { applications: Readonly<Record<string, unknown>>[] };
    expect(applications.map(({ application }) => application)).toMatchObject([
      { app_id: 'app-1' },
      { app_id: 'app-2' },
    ]);
    expect(Object.keys(applications[0]!)).toEqual([
      'application',
      'stats',
      'trust',
      'insights',
      'clear',
      'not_applicable',
    ]);
    expect(applications[0]).toMatchObject({
      stats: { jobs: 1, tasks: 4, unreadable_lines: 0, log_bytes: readFileSync(log).length },
      insights: [{ problem: 'straggler', severity: 'high', stages: ['0.0'] }, {}],
    });
  });

  it('analyze --fail-on ends with 1 where there are such findings, and tells people the same', async () => {
    const { status, stdout } = await shufflescope('analyze', log, '--fail-on', 'medium');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^nightly · Spark 3.5.8 .*\nMEASURED {2}The run took/);
    expect(stdout).toContain('[high] Straggler in stage 0');
    expect(stdout).toContain('Checked and clear: ');
  });

  it('analyze --batch answers every request with a line, also after one that fails', async () => {
    const requests = [
      { id: 'a', paths: [path('none')] },
      { id: 'b', paths: 'no array' },
      { id: 'c', paths: [path('logs/app-2')] },
    ];
    const lines = [...requests.map((request) => JSON.stringify(request)), '', 'no JSON'];
    writeFileSync(path('requests.jsonl'), lines.join('\r\n'));
    const { status, stdout } = await shufflescope('analyze', '--batch', path('requests.jsonl'), '--json');
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', error: expect.stringContaining('no such file') },
      { id: 'b', error: '"paths" must be an array of paths' },
      { id: 'c', application: { app_id: 'app-2' } },
      { id: null, error: expect.stringContaining('JSON') },
    ]);
  });

  it('query --json gives the rows of one statement; --export writes every table beside it', async () => {
    const out = path('out/here');
    const sql = 'SELECT stage_id, max(duration) AS ms, list(task_id) AS tasks FROM tasks GROUP BY ALL';
    const args = [both, '--app', 'app-1', '--sql', sql, '--export', out];
    const { status, stdout, stderr } = await shufflescope('query', ...args, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([{ stage_id: 0, ms: 60_000, tasks: [0, 1, 2, 3] }]);
    expect(stderr).toContain(`wrote ${TABLES.length} tables to ${out}`);
    const files = TABLES.flatMap(({ name }) => [`${name}.csv`, `${name}.parquet`]);
    expect(readdirSync(out)).toEqual(files.sort());
    expect(readFileSync(join(out, 'job_stages.csv'), 'utf8')).toBe('job_id,stage_id\r\n0,0\r\n');
  });
});

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../shufflescope', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shufflescope-lint-'));

beforeAll(() => {
  mkdirSync(join(folder, 'job'));
  const cells = [{ cell_type: 'code', source: ['df = spark.range(3)\n', 'df.dropDuplicates([]).show()'] }];
  const files = {
    'one.py': 'spark.range(3).dropDuplicates([]).show()\n',
    'two.ipynb': JSON.stringify({ cells }),
    'broken.ipynb': '{',
    'job/main.py': 'from steps import clean\nclean(spark.range(3)).show()\n',
    'job/steps.py': 'def clean(df):\n    return df.dropDuplicates([])\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(...args: readonly string[]) {
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    execFile(COMMAND, ['lint', ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

const places = (stdout: string) => stdout.split('\n').map((line) => line.split('  ').slice(0, 2).join(' '));

describe('lint', () => {
  it('goes through a folder: each file by itself, a folder with main.py as one', async () => {
    const { status, stdout, stderr } = await lint('.');
    expect(places(stdout)).toEqual([
      'job/steps.py:2:15 SHF-13 empty-subset',
      'one.py:1:16 SHF-13 empty-subset',
      'two.ipynb:cell 1:2:4 SHF-13 empty-subset',
      '',
    ]);
    expect(stderr).toContain('broken.ipynb: not a notebook');
    expect(status).toBe(0);
  });

  it('ends with 1 where a finding is as bad as --fail-on says', async () => {
    expect((await lint('one.py', '--fail-on', 'high')).status).toBe(1);
    expect((await lint('one.py', '--fail-on', 'info', '--ignore', 'SHF')).status).toBe(0);
  });

  it('gives JSON and SARIF', async () => {
    const json = JSON.parse((await lint('one.py', '--format', 'json')).stdout);
    expect(json.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['SHF-13']);
    const sarif = JSON.parse((await lint('one.py', '--format', 'sarif', '--select', 'SHF-13')).stdout);
    expect(sarif.runs[0].results[0].ruleId).toBe('SHF-13');
  });

  it.each([
    [2, [], 'lint takes files'],
    [2, ['one.py', '--format', 'xml'], '--format takes text, json, sarif'],
    [2, ['one.py', '--select', 'ABC-01'], 'there is no rule "ABC-01"'],
    [2, ['one.py', '--fail-on', 'awful'], '--fail-on takes high'],
    [3, ['nothing.py'], 'there is no such file'],
    [3, ['broken.ipynb'], 'not a notebook'],
  ])('ends with %i for %j and says why', async (status, args, why) => {
    const outcome = await lint(...args);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    expect(outcome.stderr).toContain(why);
  });
});

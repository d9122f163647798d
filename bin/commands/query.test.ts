import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runText } from '#lib/testing/run-text.ts';
import { UnreadableInput, UsageError } from '../errors.ts';
import { analyze } from './analyze.ts';
import { query } from './query.ts';

const folder = mkdtempSync(join(tmpdir(), 'shufflescope-'));
const path = (name: string) => join(folder, name);
const log = path('logs/app-1');

beforeAll(() => {
  mkdirSync(path('logs'));
  mkdirSync(path('empty'));
  for (const id of ['app-1', 'app-2']) {
    writeFileSync(path(`logs/${id}`), runText(`app run  id ${id}\njob 0\n stage 0`));
  }
  writeFileSync(path('table.csv'), 'a,b\n1,2\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a command that is used wrongly', () => {
  it.each([
    [[], 'which log? Name a file'],
    [['--wrong', log], "Unknown option '--wrong'"],
    [[log, '--fail-on', 'awful'], '--fail-on takes high, medium, low, info, not "awful"'],
    [[log, '--app', 'app-3'], 'no application app-3 in there; there is app-1'],
  ])('analyze %j says what is wrong', async (args, why) => {
    const answer = analyze(args);
    await expect(answer).rejects.toThrow(why);
    await expect(answer).rejects.toBeInstanceOf(UsageError);
  });

  it.each([
    [[path('logs'), '--sql', 'SELECT 1'], 'there are 2 applications in there: app-1, app-2'],
    [
      [path('logs'), '--sql', 'SELECT 1', '--app', 'app-3'],
      'no application app-3 in there; there is app-1, app-2',
    ],
    [['--sql', 'SELECT 1'], 'which log?'],
    [[log, '--sql', 'SELECT durations FROM tasks'], 'Referenced column "durations" not found'],
    [[log, '--sql', `FROM read_csv('${path('table.csv')}')`], 'file system operations are disabled'],
    [[log, '--sql', "SET memory_limit = '1GB'"], 'the configuration has been locked'],
  ])('query %j says what is wrong', async (args, why) => {
    const answer = query(args);
    await expect(answer).rejects.toThrow(why);
    await expect(answer).rejects.toBeInstanceOf(UsageError);
  });
});

describe('input that cannot be read', () => {
  it.each([
    [[path('none')], 'none: there is no such file or directory'],
    [[path('table.csv')], 'table.csv: '],
    [[path('empty')], /no|empty/i],
    [['--batch', path('none.jsonl')], 'none.jsonl: there is no such file'],
  ])('is explained: analyze %j', async (args, why) => {
    const answer = analyze(args);
    await expect(answer).rejects.toThrow(why);
    await expect(answer).rejects.toBeInstanceOf(UnreadableInput);
  });
});

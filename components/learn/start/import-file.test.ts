import { beforeEach, describe, expect, it } from 'vitest';
import { newRun } from '#lib/learn/run/scenario-run.ts';
import { forgetProgress, runOf } from '../session/progress.ts';
import { importFile } from './import-file.ts';

const runs = (damaged: number) => ({
  good: newRun('good', 1, 0),
  ...Object.fromEntries(
    Array.from({ length: damaged }, (_, i) => [`bad-${i}`, { ...newRun('bad', 1, 0), at: 'two' }]),
  ),
});
const file = (damaged: number) =>
  new Blob([
    JSON.stringify({ format: 'shufflescope-progress', version: 1, runs: runs(damaged), recalls: {} }),
  ]);

beforeEach(forgetProgress);

describe('a file that somebody gives', () => {
  it('is taken over, and what could not be read is named', async () => {
    const { isRefused, lines } = await importFile(file(1));
    expect([isRefused, runOf('good')?.scenario]).toEqual([false, 'good']);
    expect(lines).toEqual([
      '1 scenario taken over from the file; others are as they were.',
      'Could not be read and was left out: runs.bad-0.at is not a number',
    ]);
  });

  it('of many damaged parts is told in a few lines', async () => {
    const { lines } = await importFile(file(40));
    expect([lines.length, lines.at(-1)]).toEqual([7, 'and 35 further parts']);
  });

  it('that is something else is refused with what would work, and changes nothing', async () => {
    await importFile(file(0));
    const { isRefused, lines } = await importFile(new Blob(['PAR1']));
    expect([isRefused, lines.length]).toEqual([true, 2]);
    expect(runOf('good')).toBeDefined();
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runText } from '#lib/testing/run-text.ts';
import { whatif } from './whatif.ts';

const RUN = `app nightly  slots 2
job 0
  stage 0  tasks 8  ms 1000
  stage 1  tasks 1  ms 3000
gap 5 s
job 1
  stage 2  tasks 4  ms 500`;

afterEach(() => vi.restoreAllMocks());

describe('shufflescope whatif', () => {
  it('replays the tasks of a run on other cores, and says how far off the replay is', async () => {
    const answers = JSON.parse(await printed([log(RUN), '--cores', '1,2,8', '--json']));
    expect(answers.map(({ cores }: { cores: number }) => cores)).toEqual([1, 2, 8]);
    for (const { predictedMs, lowMs, highMs, backTestError } of answers) {
      expect(lowMs).toBeLessThanOrEqual(predictedMs);
      expect(predictedMs).toBeLessThan(highMs);
      expect(Math.abs(backTestError)).toBeLessThan(0.05);
    }
    const [one, two, eight] = answers.map(({ predictedMs }: { predictedMs: number }) => predictedMs);
    expect(one - two).toBeCloseTo(4000 + 1000, -2);
    expect(two - eight).toBeCloseTo(3000 + 500, -2);
  });

  it('says in words that it is an estimate', async () => {
    const text = await printed([log(RUN), '--cores', '4']);
    expect(text).toContain('SIMULATED');
    expect(text).toContain('Back-test on the 2 cores it had');
  });

  it('counts the cores that a task takes', async () => {
    const path = log(`${RUN}\nconf spark.task.cpus 2`);
    const [{ predictedMs }] = JSON.parse(await printed([path, '--cores', '4', '--json']));
    const [{ predictedMs: half }] = JSON.parse(await printed([log(RUN), '--cores', '2', '--json']));
    expect(predictedMs).toBe(half);
    await expect(whatif([path, '--cores', '1'])).rejects.toThrow('a task of this run takes 2 cores');
  });

  it.each([
    [[], '--cores takes numbers from 1 to 100000'],
    [['--cores', '0'], '--cores takes numbers from 1'],
    [['--cores', '4,x'], '--cores takes numbers from 1'],
    [['--cores', '1000000'], '--cores takes numbers from 1'],
  ])('refuses %j', async (options, message) => {
    await expect(whatif([log(RUN), ...options])).rejects.toThrow(message);
  });

  it('says when there is nothing to replay', async () => {
    await expect(whatif([log('app empty'), '--cores', '2'])).rejects.toThrow('there is nothing to replay');
  });
});

function log(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'run-')), 'log');
  writeFileSync(path, runText(text));
  return path;
}

async function printed(args: readonly string[]): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  await whatif(args);
  return written.join('');
}

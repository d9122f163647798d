import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { UnreadableInput } from '../errors.ts';
import { simulate } from './simulate.ts';

const folder = mkdtempSync(join(tmpdir(), 'shufflescope-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const ROBIN = {
  id: 'a',
  kind: 'round-robin',
  spark: '4.3.0',
  input: { rowsPerInputPartition: [7], numPartitions: 3 },
};

/** What comes of a file of these lines: the answers, and what is said beside them. */
async function simulated(...lines: readonly (string | object)[]) {
  const path = join(folder, 'cases.jsonl');
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await simulate([path])).toBe(0);
  const said = (spy: typeof out) => spy.mock.calls.map(([text]) => String(text)).join('');
  return {
    answers: said(out)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
    warnings: said(err),
  };
}

describe('shufflescope simulate', () => {
  it('answers a line with a line', async () => {
    const placed = { rows: 6, sqlType: 'bigint', valueOfRowId: 'id % 2', numPartitions: 2 };
    const { answers, warnings } = await simulated(ROBIN, { id: 'b', kind: 'hash-placement', input: placed });
    expect(answers).toEqual([
      { id: 'a', output: { rowsPerPartition: [3, 2, 2] } },
      { id: 'b', output: { rowsPerPartition: [0, 6] } },
    ]);
    expect(warnings).toBe('');
  });

  it('tells the number of a bad line, and goes on', async () => {
    const { answers, warnings } = await simulated('{"id": "x"', '', { ...ROBIN, id: 'y', input: {} }, ROBIN);
    expect(answers).toEqual([
      { id: null, line: 1, error: expect.stringContaining('JSON') },
      { id: 'y', line: 3, error: '"rowsPerInputPartition" is missing' },
      { id: 'a', output: { rowsPerPartition: [3, 2, 2] } },
    ]);
    expect(warnings).toMatch(/cases.jsonl: 2 of 3 lines failed; line 1: /);
  });

  it('refuses a file that is no list of cases, and says what one is', async () => {
    await expect(simulated('hello', 'world')).rejects.toThrow(/no line is a case; line 1: /);
    await expect(simulate([join(folder, 'none.jsonl')])).rejects.toThrow(UnreadableInput);
    await expect(simulate([])).rejects.toThrow('simulate takes one file of cases');
  });
});

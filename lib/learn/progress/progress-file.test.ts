import { describe, expect, it } from 'vitest';
import { firstRecall } from '../recall/recall.ts';
import { newRun, type ScenarioRun } from '../run/scenario-run.ts';
import { SHORT_SCENARIO } from '../testing.ts';
import type { LearnProgress } from './learn-progress.ts';
import { isProgressStart, readProgress, writeProgress } from './progress-file.ts';

const { id } = SHORT_SCENARIO;
const run: ScenarioRun = {
  ...newRun(id, 3, 100),
  at: 2,
  steps: {
    look: { failed: 1, hints: 0, passed: true },
    guess: {
      ...{ failed: 0, hints: 0 },
      answer: { answer: { kind: 'bars', bars: [3, 1] }, confidence: 4, why: 'one key', outcome: 'close' },
    },
    fix: {
      ...{ failed: 2, hints: 1, worked: 'taken' },
      work: { knobs: { shufflePartitions: 8, adaptive: true }, files: { 'a.py': 'x = 1', 'b.py': null } },
    },
  },
};
const progress: LearnProgress = { runs: { [id]: run }, recalls: { [id]: firstRecall(id, 100) } };
const edited = (change: (value: { runs: Record<string, Record<string, unknown>> }) => void): string => {
  const value = JSON.parse(writeProgress(progress));
  change(value);
  return JSON.stringify(value);
};

describe('a progress file', () => {
  it('comes back as it was written', () => {
    expect(readProgress(writeProgress(progress))).toEqual({ progress, lost: [] });
  });

  it('is known by its beginning', () => {
    expect(isProgressStart(writeProgress(progress))).toBe(true);
    expect(isProgressStart('{"Event":"SparkListenerLogStart"}')).toBe(false);
  });

  it('is refused when it is something else, or newer', () => {
    expect(() => readProgress('{"Event":"SparkListenerLogStart"}')).toThrow('no progress file');
    expect(() => readProgress('not json')).toThrow('no progress file');
    const newer = writeProgress(progress).replace('"version": 1', '"version": 2');
    expect(() => readProgress(newer)).toThrow('version 2; up to version 1');
  });

  it('loses only what is damaged, and names it', () => {
    const damaged = edited((value) => {
      value.runs.other = { ...value.runs[id], at: 'two' };
    });
    expect(readProgress(damaged)).toEqual({ progress, lost: ['runs.other.at is not a number'] });
  });

  it('takes no prototype for a scenario', () => {
    const { progress: read } = readProgress(
      writeProgress(progress).replace('"runs": {', '"runs": { "__proto__": { "polluted": true },'),
    );
    expect(Object.keys(read.runs)).toEqual([id]);
    expect('polluted' in read.runs).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { changedKnobs, compareRuns } from './compare-runs.ts';
import { DEFAULT_KNOBS } from './knobs.ts';
import { TOTALS } from './pipeline-run.ts';
import { runPipeline } from './run-pipeline.ts';

const small = { ...DEFAULT_KNOBS, dataBytes: 2 ** 30, files: 8, adaptive: false };

describe('compareRuns', () => {
  it('gives the change of every figure with its sign', () => {
    const deltas = compareRuns(runPipeline(small), runPipeline({ ...small, shufflePartitions: 100 }));
    expect(deltas.map(({ total }) => total)).toEqual(TOTALS);
    const tasks = deltas.find(({ total }) => total === 'reduceTasks')!;
    expect([tasks.before, tasks.now, tasks.change, tasks.share]).toEqual([200, 100, -100, -0.5]);
    expect(deltas.find(({ total }) => total === 'rows')!.change).toBe(0);
  });

  it('gives no share of nothing', () => {
    const deltas = compareRuns(runPipeline({ ...small, step: 'none' }), runPipeline(small));
    expect(deltas.find(({ total }) => total === 'shuffleBytes')!.share).toBeUndefined();
  });
});

describe('changedKnobs', () => {
  it('names what differs', () => {
    expect(changedKnobs(small, { ...small, executors: 9, weights: [1] })).toEqual(['weights', 'executors']);
    expect(changedKnobs(small, { ...small })).toEqual([]);
  });
});

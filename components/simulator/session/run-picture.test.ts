import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, STEPS } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { pictureOf } from './run-picture.ts';

describe('pictureOf', () => {
  it.each(STEPS)('gives of a run with %s what can cross from a worker, with all of its figures', (step) => {
    const run = runPipeline({ ...DEFAULT_KNOBS, step, keys: 1000 });
    const picture = pictureOf(run);
    expect(structuredClone(picture)).toEqual(picture);
    expect(picture.totals).toBe(run.totals);
    expect(picture.stages.map(({ tasks }) => tasks.durationMs)).toEqual(
      run.stages.map(({ tasks }) => tasks.durationMs),
    );
  });

  it('draws who sends what to whom in at most 64 x 64 cells, each with the mean of its blocks', () => {
    const { shuffles } = pictureOf(runPipeline({ ...DEFAULT_KNOBS, shufflePartitions: 2000 }));
    const { grid, rows, maps } = shuffles[0]!;
    expect(grid.cells.length).toBeLessThanOrEqual(64 * 64);
    const size = ([start, end]: readonly [number, number]) => end - start;
    const all = grid.cells.reduce((sum, mean, i) => {
      const [row, column] = [Math.floor(i / grid.reducerRanges.length), i % grid.reducerRanges.length];
      return sum + mean * size(grid.mapRanges[row]!) * size(grid.reducerRanges[column]!);
    }, 0);
    expect(all).toBeCloseTo(
      rows.reduce((sum, each) => sum + each, 0),
      0,
    );
    expect(grid.mapRanges.at(-1)![1]).toBe(maps);
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { expansion, LAKE, sizes } from './lake.ts';

describe('the lake', () => {
  it('has files that add up to its tables', () => {
    for (const { bytes, files, fileBytes } of Object.values(LAKE)) {
      expect(fileBytes).toHaveLength(files ?? -1);
      expect(fileBytes?.reduce((sum, each) => sum + each, 0)).toBe(bytes);
    }
    expect(sizes(3, 10).fileBytes).toEqual([4, 3, 3]);
  });

  it('gives the simulator the rows that a table has', () => {
    for (const [source, { bytes = 0, files = 1, rows = 0 }] of Object.entries(LAKE)) {
      const knobs = {
        dataBytes: bytes,
        files,
        rowBytes: 40,
        expansion: expansion(source, 40),
        step: 'none',
      } as const;
      const simulated = runPipeline({ ...DEFAULT_KNOBS, ...knobs }).source.rows;
      expect(Math.abs(simulated - rows)).toBeLessThanOrEqual(1);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { checkKnobs } from './check-knobs.ts';
import { PRESETS } from './presets.ts';
import { runPipeline } from './run-pipeline.ts';

const run = (id: string) => runPipeline(PRESETS.find((preset) => preset.id === id)!.knobs);
const lastTasks = (id: string) => run(id).stages.at(-1)!.tasks;

describe('presets', () => {
  it.each(PRESETS.map(({ id, knobs }) => [id, knobs] as const))('%s is in range', (_, knobs) => {
    expect(checkKnobs(knobs)).toEqual([]);
  });

  it('have ids of their own and promise nothing', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
    for (const { look } of PRESETS) expect(look).not.toMatch(/guarantee|will be faster|always/i);
  });

  it('show what they say', () => {
    expect(lastTasks('two-hundred-partitions').count).toBe(200);
    expect(run('one-gzip-file').source.bytesPerTask).toHaveLength(1);
    expect(lastTasks('coalesce-one').count).toBe(1);
    expect(run('below-threshold').join?.planned.operator).toBe('BroadcastHashJoin');
    expect(run('above-threshold').join?.planned.operator).toBe('SortMergeJoin');
    expect(run('late-broadcast').join?.converted?.operator).toBe('BroadcastHashJoin');
    expect(run('files-by-date').totals.files.value).toBe(73_000);
    expect(run('too-little-memory').totals.spill.value).toBeGreaterThan(2 ** 30);
    expect(run('elastic').schedule.executorCounts[0]).toEqual({ atMs: 0, target: 0, live: 0 });
  });

  it('put a third of the bytes into the partition of the hot key', () => {
    const { bytes } = run('hot-key').skylines[0]!.exchange;
    const total = bytes.reduce((sum, each) => sum + each, 0);
    expect(Math.max(...bytes) / total).toBeCloseTo(0.33, 1);
  });

  it('spend more time on opening tiny files than on reading them', () => {
    const { stages, knobs } = run('tiny-files');
    const time = stages[0]!.tasks.durationMs.reduce((sum, each) => sum + each, 0);
    expect((knobs.files * knobs.openMs) / time).toBeGreaterThan(0.5);
  });
});

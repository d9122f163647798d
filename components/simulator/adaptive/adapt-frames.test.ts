import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS, type Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { runPipeline } from '#lib/simulator/pipeline/run-pipeline.ts';
import { pictureOf } from '../session/run-picture.ts';
import { adaptFrames } from './adapt-frames.ts';

function framesOf(changes: Partial<Knobs>, side = 0) {
  const picture = pictureOf(runPipeline({ ...DEFAULT_KNOBS, ...changes }));
  return adaptFrames(picture, picture.shuffles[side]!);
}
const titles = (changes: Partial<Knobs>, side = 0) => framesOf(changes, side).map(({ title }) => title);

describe('the steps of adaptive execution', () => {
  it('begin with the sizes and end with the tasks', () => {
    const frames = framesOf({ step: 'aggregate', keyShape: 'uniform', keys: 1_000_000, dataBytes: 2 ** 31 });
    expect(frames.map(({ title }) => title)).toEqual([
      'Sizes that the driver sees',
      'Join small partitions',
      'Tasks that run',
    ]);
    expect(frames.at(-1)!.values.length).toBeLessThan(200);
  });

  it('give a reason for every group of partitions, and the groups cover all of them', () => {
    const coalesce = framesOf({ step: 'aggregate', keyShape: 'uniform' }).find(
      ({ id }) => id === 'coalesce',
    )!;
    expect(coalesce.reasons).toHaveLength(coalesce.groups!.length);
    expect(coalesce.groups![0]![0]).toBe(0);
    expect(coalesce.groups!.at(-1)![1]).toBe(200);
    expect(coalesce.why).toContain('max(min(');
  });

  it('show into how many pieces a hot partition is cut, on its side only', () => {
    const hot = { keyShape: 'hot', hotShare: 0.33 } as const;
    const [main, other] = [0, 1].map((side) => framesOf(hot, side).find(({ id }) => id === 'split')!);
    expect([...main!.pieces!.values()][0]).toBeGreaterThan(1);
    expect(main!.reasons[0]!.why).toMatch(/pieces of about/);
    expect(other!.pieces!.size).toBe(0);
  });

  it('say that no partition was skewed where one looked for them', () => {
    expect(titles({ keyShape: 'uniform' })).toContain('Look for skewed partitions');
    expect(titles({ keyShape: 'uniform', skewJoin: false })).not.toContain('Look for skewed partitions');
  });

  it('say why a skewed partition stays whole', () => {
    const frames = framesOf({ keyShape: 'hot', joinType: 'FullOuter' });
    expect(frames.find(({ id }) => id === 'not-split')!.why).toContain('could not be split');
  });
});

import { describe, expect, it } from 'vitest';
import { packOfStep } from './pack-of-step.ts';
import { packSchema } from './pack-schema.ts';

describe('packOfStep', () => {
  it('takes the figures of a step, before and after', () => {
    const pack = packOfStep({
      origin: 'simulated',
      concept: 'skew',
      figures: [
        { label: 'longest task', value: 9000, unit: 'ms', side: 'before' },
        { label: 'longest task', value: 3000, unit: 'ms', side: 'after' },
        { label: 'a label of a scenario', value: 3, unit: 'count' },
      ],
      operators: ['SortMergeJoin'],
      settings: ['spark.sql.shuffle.partitions'],
    });
    expect(pack.subject).toEqual({ kind: 'step', concept: 'skew' });
    expect(pack.facts.map(({ label, side }) => [label, side])).toEqual([
      ['longest task', 'before'],
      ['longest task', 'after'],
      ['figure', undefined],
    ]);
    expect(packSchema.safeParse(pack).success).toBe(true);
  });
});

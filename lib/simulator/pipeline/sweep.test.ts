import { describe, expect, it } from 'vitest';
import { DEFAULT_KNOBS } from './knobs.ts';
import { SWEEPS, sweep, sweepKnee, sweepValues } from './sweep.ts';

const GIB = 2 ** 30;
const knobs = { ...DEFAULT_KNOBS, dataBytes: 2 * GIB, step: 'repartition', adaptive: false } as const;

describe('sweepValues', () => {
  it('rise from one end of the range to the other, with the present value among them', () => {
    for (const [id, { min, max }] of Object.entries(SWEEPS)) {
      const values = sweepValues(id as keyof typeof SWEEPS, 7);
      expect([values[0], values.at(-1)]).toEqual([min, max]);
      expect(values).toEqual([...new Set(values)].toSorted((a, b) => a - b));
      expect(values).toContain(7);
    }
  });

  it('leave out a present value beyond the range', () => {
    expect(sweepValues('executors', 500)).not.toContain(500);
  });
});

describe('sweep', () => {
  const points = [...sweep(knobs, 'shufflePartitions')];

  it('runs the pipeline for each value', () => {
    expect(points.map(({ value }) => value)).toEqual(
      sweepValues('shufflePartitions', knobs.shufflePartitions),
    );
    for (const { value, totals } of points) expect(totals.reduceTasks).toBe(value);
  });

  it('finds the knee near the number of cores, from where more partitions gain little', () => {
    const at = sweepKnee(points, 'shufflePartitions', 'makespan')!.x;
    expect(at).toBeGreaterThanOrEqual(10);
    expect(at).toBeLessThanOrEqual(40);
  });

  it('can be stopped', () => {
    const first = sweep(knobs, 'executors').next();
    expect(first.done).toBe(false);
  });
});

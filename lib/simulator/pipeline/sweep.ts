import { invariant } from '#lib/base/assert.ts';
import { type CurvePoint, knee } from './knee.ts';
import type { NumberKnob } from './knob.ts';
import { KNOBS } from './knob-list.ts';
import type { Knobs } from './knobs.ts';
import { TOTALS, type TotalId } from './pipeline-run.ts';
import { runPipeline } from './run-pipeline.ts';

/** Knobs whose whole numbers can be swept, with the range that is shown. */
export const SWEEPS = {
  shufflePartitions: { min: 1, max: 4000 },
  executors: { min: 1, max: 64 },
  cores: { min: 1, max: 32 },
  files: { min: 1, max: 20_000 },
} as const satisfies Partial<Record<keyof Knobs, { readonly min: number; readonly max: number }>>;
export type SweepId = keyof typeof SWEEPS;

/** Points of a sweep: enough for a curve, few enough to wait for. */
const POINTS = 48;

export interface SweepPoint {
  readonly value: number;
  readonly totals: Readonly<Record<TotalId, number>>;
}

/** The values of a sweep: every whole number of a small range, else evenly spread on a log scale, with the present one. */
export function sweepValues(id: SweepId, present: number): readonly number[] {
  const { min, max } = SWEEPS[id];
  const spread = Array.from({ length: POINTS }, (_, i) =>
    Math.round(min * (max / min) ** (i / (POINTS - 1))),
  );
  return [...new Set([...spread, ...(present >= min && present <= max ? [present] : [])])].toSorted(
    (a, b) => a - b,
  );
}

/** Runs the pipeline for each value of one knob, one at a time, so that whoever asks can stop between them. */
export function* sweep(knobs: Knobs, id: SweepId): Generator<SweepPoint> {
  for (const value of sweepValues(id, knobs[id])) {
    const { totals } = runPipeline({ ...knobs, [id]: value });
    yield {
      value,
      totals: Object.fromEntries(TOTALS.map((each) => [each, totals[each].value])) as SweepPoint['totals'],
    };
  }
}

/** Where a total stops falling fast, as a value of the knob. */
export function sweepKnee(
  points: readonly SweepPoint[],
  id: SweepId,
  total: TotalId,
): CurvePoint | undefined {
  const knob = KNOBS.find((each): each is NumberKnob => each.id === id && each.type === 'number');
  invariant(knob, `${id} is a number`);
  return knee(
    points.map(({ value, totals }) => ({ x: value, y: totals[total] })),
    knob.scale === 'log',
  );
}

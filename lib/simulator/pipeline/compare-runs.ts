import type { ComputedUnit } from '../computed.ts';
import { KNOBS } from './knob-list.ts';
import type { Knobs } from './knobs.ts';
import { type PipelineRun, TOTALS, type TotalId } from './pipeline-run.ts';

export interface Delta {
  readonly total: TotalId;
  readonly unit: ComputedUnit;
  readonly before: number;
  readonly now: number;
  /** now - before; above 0 is more. Whether more is better is not said here. */
  readonly change: number;
  /** change / before; undefined where there was nothing before. */
  readonly share: number | undefined;
}

type Figures = Pick<PipelineRun, 'totals'>;

/** Every figure of a run beside that of a pinned one. */
export function compareRuns(before: Figures, now: Figures): readonly Delta[] {
  return TOTALS.map((total) => {
    const [old, { value, unit }] = [before.totals[total].value, now.totals[total]];
    const change = value - old;
    return { total, unit, before: old, now: value, change, share: old === 0 ? undefined : change / old };
  });
}

/** Knobs that differ, in the order of the page. */
export function changedKnobs(before: Knobs, now: Knobs): readonly (keyof Knobs)[] {
  return KNOBS.map(({ id }) => id).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(now[id]));
}

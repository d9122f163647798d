import { broadcastThreshold } from '#lib/plan/conf.ts';
import type { PlanSettings } from '#lib/plan/settings.ts';
import { type ChosenJoin, chooseJoin } from '../plan/choose-join.ts';
import type { Knobs } from './knobs.ts';

/** How the join of the simulated pipeline runs. */
export interface JoinPlan {
  /** Chosen before the run, from the sizes of the files. */
  readonly planned: ChosenJoin;
  /** Chosen again by an adaptive run once the other side has been shuffled; undefined where nothing changes. */
  readonly converted: ChosenJoin | undefined;
  /** What planning took for the sides, and the other side's rows as the run measured them, in bytes. */
  readonly mainBytes: number;
  readonly otherBytes: number;
  readonly otherDataBytes: number;
}

/** The main table is the left side, the other one the right side. */
export function planJoin(knobs: Knobs, otherRows: number, settings: PlanSettings): JoinPlan {
  const { joinType, dataBytes, otherBytes, rowBytes } = knobs;
  const ask = (leftBytes: number, rightBytes: number) =>
    chooseJoin({ joinType, condition: 'equi', leftBytes, rightBytes }, settings);
  const planned = ask(dataBytes, otherBytes);
  const otherDataBytes = otherRows * rowBytes;
  const again =
    knobs.adaptive && planned.operator !== 'BroadcastHashJoin' && broadcastThreshold(settings) >= 0
      ? ask(dataBytes, otherDataBytes)
      : undefined;
  const isConverted = again?.operator === 'BroadcastHashJoin' && again.buildSide === 'right';
  return {
    planned,
    converted: isConverted ? again : undefined,
    mainBytes: dataBytes,
    otherBytes,
    otherDataBytes,
  };
}

/** Rows that a task puts out from those it reads of each side. The other side has one row for each key. */
export function joinedRows(
  knobs: Pick<Knobs, 'joinType' | 'otherKept'>,
  mainRows: number,
  otherRows: number,
): number {
  const matched = Math.round(mainRows * knobs.otherKept);
  switch (knobs.joinType) {
    case 'Inner':
    case 'LeftSemi':
      return matched;
    case 'LeftOuter':
      return mainRows;
    case 'LeftAnti':
      return mainRows - matched;
    case 'RightOuter':
      return Math.max(matched, otherRows);
    case 'FullOuter':
      return Math.max(mainRows, otherRows);
  }
}

import type { PlanSettings } from '#lib/plan/settings.ts';
import { type AdaptedStage, adaptStage } from '../aqe/adapt-stage.ts';
import { aqeSettings } from '../aqe/aqe-settings.ts';
import { coalescedRead, type ReadSpec } from '../aqe/read-spec.ts';
import type { ShuffleOutput } from '../aqe/shuffle-output.ts';
import type { StageOperator } from '../aqe/stage-operator.ts';
import { sortMemory } from '../estimate/spill.ts';
import type { ChosenJoin } from '../plan/choose-join.ts';
import { type Exchange, keysOfRead, rowsOfRead } from './exchange.ts';
import { joinedRows } from './join-plan.ts';
import type { Knobs } from './knobs.ts';
import type { LastTask } from './last-task.ts';

/** What the last stage reads: the main table's shuffle, and of a join the other one's unless it was broadcast. */
export interface LastStageInput {
  readonly main: Exchange;
  readonly other: Exchange | undefined;
  readonly join: ChosenJoin | undefined;
}

/** How an adaptive run reads the shuffles of the last stage; undefined where it is off. */
export function adapt(
  input: LastStageInput,
  outputs: readonly ShuffleOutput[],
  knobs: Knobs,
  settings: PlanSettings,
): AdaptedStage | undefined {
  return knobs.adaptive ? adaptStage(operators(input, knobs), outputs, aqeSettings(settings)) : undefined;
}

function operators({ join }: LastStageInput, { step, joinType }: Knobs): StageOperator {
  const leaf = (shuffle: number): StageOperator => ({ op: 'ShuffleStage', shuffle, children: [] });
  const sorted = (child: StageOperator): StageOperator => ({ op: 'Sort', children: [child] });
  if (join !== undefined) {
    const buildSide = join.buildSide === null ? {} : { buildSide: join.buildSide };
    const parts = { op: join.operator, joinType, ...buildSide };
    if (join.operator === 'SortMergeJoin') return { ...parts, children: [sorted(leaf(0)), sorted(leaf(1))] };
    if (join.operator === 'BroadcastHashJoin')
      return { ...parts, children: [leaf(0), { op: 'BroadcastStage', children: [] }] };
    return { ...parts, children: [leaf(0), leaf(1)] };
  }
  if (step === 'aggregate') return { op: 'HashAggregate', children: [leaf(0)] };
  return step === 'sort' ? sorted(leaf(0)) : leaf(0);
}

/** The tasks: one for each read of the shuffles, or for each partition where they are read as they are. */
export function lastTasks(
  input: LastStageInput,
  adapted: AdaptedStage | undefined,
  knobs: Knobs,
): readonly LastTask[] {
  const whole = Array.from(input.main.rows, (_, reducer) => coalescedRead(reducer, reducer + 1));
  const mainReads = adapted?.reads.get(0) ?? whole;
  const otherReads = adapted?.reads.get(1) ?? whole;
  return mainReads.map((read, i) => lastTask(input, read, otherReads[i]!, knobs));
}

function lastTask(input: LastStageInput, read: ReadSpec, otherRead: ReadSpec, knobs: Knobs): LastTask {
  const { main, other, join } = input;
  const { rowBytes, step } = knobs;
  const mainRows = rowsOfRead(main, read);
  const keys = Math.min(mainRows, keysOfRead(main, read));
  const otherRows = other === undefined ? 0 : rowsOfRead(other, otherRead);
  const rows = mainRows + otherRows;
  const outRows =
    step === 'join' ? joinedRows(knobs, mainRows, otherRows) : step === 'aggregate' ? keys : mainRows;
  const built =
    join?.operator === 'ShuffledHashJoin' ? (join.buildSide === 'left' ? mainRows : otherRows) : 0;
  return {
    outRows,
    outKeys: Math.min(keys, outRows),
    plan: {
      rows,
      readBytes: mainRows * main.bytesPerRow + otherRows * (other?.bytesPerRow ?? 0),
      writtenBytes: 0,
      neededBytes: neededMemory(input, knobs, rows, keys, built),
      canSpill: join?.operator !== 'ShuffledHashJoin',
      load: {
        files: 0,
        scanned: 0,
        shuffled: rows * rowBytes,
        worked: step === 'repartition' ? 0 : rows * rowBytes,
        written: knobs.write ? outRows * rowBytes : 0,
      },
    },
  };
}

/** A merge join sorts both sides, a hash join keeps one; what a broadcast takes is held once for each executor, not here. */
function neededMemory(
  { join }: LastStageInput,
  { step, rowBytes }: Knobs,
  rows: number,
  keys: number,
  builtRows: number,
): number {
  if (join?.operator === 'SortMergeJoin' || step === 'sort') return sortMemory(rows, rowBytes);
  if (join?.operator === 'ShuffledHashJoin') return sortMemory(builtRows, rowBytes);
  return step === 'aggregate' ? sortMemory(keys, rowBytes) : 0;
}

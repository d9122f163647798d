import type { TaskRecord } from '../lines/task-record.ts';
import type { StageState } from './stage-state.ts';

/** Task values of one SQL metric in one stage. */
export interface StageValues {
  stage: StageState;
  /** By task index; 0 for a task that did not report, as Spark's own listener counts it. There is room for more. */
  values: Float64Array;
  /** Tasks of the stage: as many as it was planned with, or as were seen. */
  size: number;
  reported: number;
  max: number;
  maxTask: number;
}

/**
 * Task values of SQL metrics, by accumulator. Follows SQLAppStatusListener: a task index counts once (a failed
 * attempt is overwritten by the one that succeeded), and only the latest attempt of a stage counts.
 */
export class MetricValues {
  readonly #byAccumulator = new Map<number, StageValues[]>();

  /** Takes the values of an ended task; `index` must not have succeeded before. */
  record(task: TaskRecord, stage: StageState): void {
    const { accumulatorIds, accumulatorUpdates, accumulatorCount, index, taskId } = task;
    if (index < 0 || index > MAX_TASKS) return;
    for (let i = 0; i < accumulatorCount; i++) {
      const slot = this.#slot(accumulatorIds[i]!, stage, index);
      if (!slot) continue;
      const value = accumulatorUpdates[i]!;
      slot.values[index] = value;
      if (index >= slot.size) slot.size = index + 1;
      slot.reported++;
      if (value > slot.max || slot.maxTask < 0) {
        slot.max = value;
        slot.maxTask = taskId;
      }
    }
  }

  of(accumulatorId: number, stageIds: ReadonlySet<number>): readonly StageValues[] {
    return (this.#byAccumulator.get(accumulatorId) ?? []).filter((slot) => stageIds.has(slot.stage.id));
  }

  /** Forgets an accumulator whose totals are written. */
  drop(accumulatorId: number): void {
    this.#byAccumulator.delete(accumulatorId);
  }

  #slot(accumulatorId: number, stage: StageState, index: number): StageValues | undefined {
    let list = this.#byAccumulator.get(accumulatorId);
    if (!list) {
      list = [];
      this.#byAccumulator.set(accumulatorId, list);
    }
    for (const slot of list) {
      if (slot.stage === stage) {
        if (index >= slot.values.length) slot.values = grown(slot.values, index);
        return slot;
      }
      if (slot.stage.id === stage.id) {
        if (slot.stage.attempt > stage.attempt) return undefined;
        Object.assign(slot, emptySlot(stage, index));
        return slot;
      }
    }
    const slot = emptySlot(stage, index);
    list.push(slot);
    return slot;
  }
}

const MAX_TASKS = 10_000_000;

function emptySlot(stage: StageState, index: number): StageValues {
  const size = Math.max(Math.min(stage.numTasks, MAX_TASKS), index + 1);
  return { stage, values: new Float64Array(size), size, reported: 0, max: 0, maxTask: -1 };
}

function grown(values: Float64Array, index: number): Float64Array {
  const larger = new Float64Array(Math.max(index + 1, values.length * 2));
  larger.set(values);
  return larger;
}

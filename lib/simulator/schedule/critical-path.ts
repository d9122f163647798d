import type { Bars, Schedule, StageSpan } from './work.ts';
import { OUTCOME } from './work.ts';

/** Why a task on the path did not start earlier. */
export type HeldBy = 'start' | 'parent stage' | 'slot' | 'executor';

export interface PathStep {
  /** Index into the bars. */
  readonly bar: number;
  readonly heldBy: HeldBy;
  /** Time between what it was held by and its start, which is time nobody on the path worked. */
  readonly waitedMs: number;
}

/**
 * The chain of tasks that decides how long a run takes, first task first: from the last task back to what it had to
 * wait for, which is the last task of a parent stage, or the task that had the slot before. Shorten one of them and the run
 * can end earlier; shorten any other and it cannot.
 */
export function criticalPath({ bars, stages, makespanMs }: Schedule): readonly PathStep[] {
  const before = previousOnSlot(bars);
  const endingOf = endingBars(bars, stages);
  const endingAt = (ms: number, among: readonly StageSpan[]) =>
    among.filter(({ endMs }) => endMs === ms).map((stage) => endingOf.get(stage.id))[0];
  const steps: PathStep[] = [];
  let bar = endingAt(makespanMs, stages);
  while (bar !== undefined) {
    const startMs = bars.startMs[bar]!;
    const { readyMs, parents } = stages[bars.stage[bar]!]!;
    const parent: number | undefined = endingAt(
      readyMs,
      stages.filter(({ id }) => parents.includes(id)),
    );
    const previous = before[bar]!;
    if (startMs === readyMs) {
      steps.push({ bar, heldBy: parent === undefined ? 'start' : 'parent stage', waitedMs: 0 });
      bar = parent;
    } else if (previous >= 0 && bars.endMs[previous] === startMs) {
      steps.push({ bar, heldBy: 'slot', waitedMs: 0 });
      bar = previous;
    } else {
      steps.push({ bar, heldBy: 'executor', waitedMs: startMs - readyMs });
      bar = parent;
    }
  }
  return steps.toReversed();
}

/** For each bar the one that had its slot before, or -1. Bars are in the order of their start. */
function previousOnSlot(bars: Bars): Int32Array {
  const last = new Map<number, number>();
  const previous = new Int32Array(bars.count);
  for (let bar = 0; bar < bars.count; bar++) {
    const slot = bars.slot[bar]!;
    previous[bar] = last.get(slot) ?? -1;
    last.set(slot, bar);
  }
  return previous;
}

/** The bar that ended each stage, by stage id; of several the one launched first, which ran longest. */
function endingBars(bars: Bars, stages: readonly StageSpan[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let bar = 0; bar < bars.count; bar++) {
    const { id, endMs } = stages[bars.stage[bar]!]!;
    const isKilled = bars.outcome[bar] === OUTCOME.killed || bars.outcome[bar] === OUTCOME.copyKilled;
    if (!isKilled && !found.has(id) && bars.endMs[bar] === endMs) found.set(id, bar);
  }
  return found;
}

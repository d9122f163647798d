import { type Computed, input } from '../computed.ts';
import type { StageWork } from './work.ts';

/** Times that no order of tasks can beat, in milliseconds. */
export interface StageBounds {
  readonly workMs: number;
  readonly longestMs: number;
  /** The stage's work shared out evenly, but no shorter than its longest task. */
  readonly idealMs: number;
}

export function stageBounds(durationsMs: ArrayLike<number>, slots: number): StageBounds {
  let [workMs, longestMs] = [0, 0];
  for (let task = 0; task < durationsMs.length; task++) {
    workMs += durationsMs[task]!;
    longestMs = Math.max(longestMs, durationsMs[task]!);
  }
  return { workMs, longestMs, idealMs: Math.max(longestMs, workMs / slots) };
}

/** The stage's ideal time with its parts, for "how computed". */
export function idealTime(durationsMs: ArrayLike<number>, slots: number): Computed {
  const { workMs, longestMs, idealMs } = stageBounds(durationsMs, slots);
  return {
    value: idealMs,
    unit: 'ms',
    formula: 'max(longest task, work of all tasks / slots)',
    inputs: [
      input('longest task', longestMs, 'ms'),
      input('work of all tasks', workMs, 'ms'),
      input('slots', slots, 'count'),
    ],
    source: 'lower bound of any schedule of independent tasks (Graham 1969)',
    kind: 'estimate',
  };
}

/**
 * The longest chain of stages, each as long as its longest task: what remains with any number of slots. Stages are
 * in an order in which parents come first.
 */
export function chainBound(stages: readonly StageWork[]): number {
  const endMs = new Map<number, number>();
  for (const { id, parents, durationsMs } of stages) {
    const ready = Math.max(0, ...parents.map((parent) => endMs.get(parent) ?? 0));
    endMs.set(id, ready + stageBounds(durationsMs, 1).longestMs);
  }
  return Math.max(0, ...endMs.values());
}

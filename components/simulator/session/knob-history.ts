import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';

/** The knobs as they are, with the way back and forth. */
export interface KnobHistory {
  readonly past: readonly Knobs[];
  readonly present: Knobs;
  readonly future: readonly Knobs[];
  /** The knob that is being turned: all it passes on one turn is one step. */
  readonly turning: keyof Knobs | undefined;
}

const MAX_STEPS = 200;

export function newHistory(present: Knobs): KnobHistory {
  return { past: [], present, future: [], turning: undefined };
}

/** Sets some knobs. With `turning` what follows of the same knob, until `settled`, is the same step. */
export function changed(history: KnobHistory, changes: Partial<Knobs>, turning?: keyof Knobs): KnobHistory {
  const { past, present } = history;
  const next = { ...present, ...changes };
  const ids = Object.keys(changes) as (keyof Knobs)[];
  if (ids.every((id) => Object.is(present[id], next[id]))) return history;
  const isSameTurn = turning !== undefined && history.turning === turning;
  return {
    past: isSameTurn ? past : [...past, present].slice(-MAX_STEPS),
    present: next,
    future: [],
    turning,
  };
}

export function settled(history: KnobHistory): KnobHistory {
  return history.turning === undefined ? history : { ...history, turning: undefined };
}

export function undone({ past, present, future }: KnobHistory): KnobHistory | undefined {
  const before = past.at(-1);
  return (
    before && { past: past.slice(0, -1), present: before, future: [present, ...future], turning: undefined }
  );
}

export function redone({ past, present, future }: KnobHistory): KnobHistory | undefined {
  const [next, ...rest] = future;
  return next && { past: [...past, present], present: next, future: rest, turning: undefined };
}

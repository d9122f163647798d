import type { EngineState } from '../engine/engine-state.ts';
import type { Check } from './check.ts';

type Read = (state: EngineState) => number;

/** At most this, with a tolerance as a share of it. */
export function atMost(id: string, says: string, read: Read, bound: number, tolerance = 0): Check {
  return { id, says, holds: ({ now }) => read(now) <= bound * (1 + tolerance) };
}

export function atLeast(id: string, says: string, read: Read, bound: number, tolerance = 0): Check {
  return { id, says, holds: ({ now }) => read(now) >= bound * (1 - tolerance) };
}

/** At most this share of what it was at the start. */
export function downTo(id: string, says: string, read: Read, share: number): Check {
  return { id, says, holds: ({ now, start }) => read(now) <= read(start) * share };
}

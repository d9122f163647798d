import type { Action } from './action.ts';
import { isSingleKey } from './keys.ts';

/** How long the first key of "g a" waits for the second. */
const SEQUENCE_MS = 1200;

export interface PressedStroke {
  readonly stroke: string;
  readonly at: number;
  /** Whether single keys count here: not while typing, not in a dialog, not when the user switched them off. */
  readonly singleKeys: boolean;
}

/** Remembers the last key and says which action a press completes. */
export function createShortcutMatcher() {
  let before: { stroke: string; at: number } | undefined;

  return (actions: readonly Action[], { stroke, at, singleKeys }: PressedStroke): Action | undefined => {
    const sequence = before && at - before.at <= SEQUENCE_MS ? `${before.stroke} ${stroke}` : undefined;
    before = singleKeys ? { stroke, at } : undefined;
    const usable = actions.filter(({ keys }) => keys !== undefined && (singleKeys || !isSingleKey(keys)));
    // The longer match wins: after "g", the key "o" belongs to "g o" if there is one.
    const found = usable.find(({ keys }) => keys === sequence) ?? usable.find(({ keys }) => keys === stroke);
    if (found) before = undefined;
    return found;
  };
}

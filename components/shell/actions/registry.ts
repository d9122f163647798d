import { createStore } from '../store.ts';
import type { Action } from './action.ts';
import { goActions } from './go-actions.ts';
import { helpActions } from './help-actions.ts';
import { openActions } from './open-actions.ts';
import { viewActions } from './view-actions.ts';

const everywhere: readonly Action[] = [...goActions, ...openActions, ...viewActions, ...helpActions];

/** Every action that exists right now: the shell's own, and those of the screen that is shown. */
export const actions = createStore(everywhere);

let ofScreens: readonly (readonly Action[])[] = [];

/** Adds a screen's actions, before the shell's own; the returned function takes them away again. */
export function addActions(added: readonly Action[]): () => void {
  change([...ofScreens, added]);
  return () => change(ofScreens.filter((list) => list !== added));
}

function change(next: readonly (readonly Action[])[]) {
  ofScreens = next;
  actions.set([...ofScreens.flat(), ...everywhere]);
}

import { useEffect } from 'react';
import { isLink } from '#components/share/link-in-address.tsx';
import { createStore } from '#components/shell/store.ts';
import type { Knobs } from '#lib/simulator/pipeline/knobs.ts';
import { newHistory } from '../session/knob-history.ts';
import { history, openKnobs } from '../session/simulation.ts';
import { situation } from '../session/situation.ts';
import { fromFragment, toFragment } from './knobs-in-address.ts';
import { keepOwnKeys, keptOwnKeys } from './own-keys.ts';

/** What of the address could not be taken; empty when all of it was. */
export const addressProblems = createStore<readonly string[]>([]);

/** Browsers refuse to change the address more than some hundred times a minute. */
const PAUSE_MS = 250;

/** Keeps the knobs in the fragment of the address, which browsers do not send, and opens those of an address. */
export function useAddress(): void {
  useEffect(() => {
    open();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onChange = () => {
      clearTimeout(waiting);
      waiting = setTimeout(write, PAUSE_MS);
    };
    const stops = [history.subscribe(onChange), situation.subscribe(onChange)];
    window.addEventListener('hashchange', open);
    return () => {
      clearTimeout(waiting);
      for (const stop of stops) stop();
      window.removeEventListener('hashchange', open);
    };
  }, []);
}

/** The knobs as the address gave them: as long as they stay, so does what is said about it. */
let opened: Knobs | undefined;

/** An address without a fragment leaves the knobs as they were when the page was left. */
function open(): void {
  const fragment = location.hash.slice(1);
  if (isLink(fragment)) {
    // Opened by what is shown for links, which also takes it out of the address.
  } else if (fragment === '') {
    if (history.get().past.length > 0) write();
  } else if (fragment !== toFragment(history.get().present, situation.get())) {
    const found = fromFragment(fragment, keptOwnKeys());
    situation.set(found.situation);
    tellProblems(found.knobs, found.problems);
    history.set(newHistory(found.knobs));
  }
  openKnobs();
}

/** Says what could not be taken of knobs that were opened, as long as they stay. */
export function tellProblems(knobs: Knobs, problems: readonly string[]): void {
  opened = knobs;
  addressProblems.set(problems);
}

function write(): void {
  const { present } = history.get();
  keepOwnKeys(present);
  if (present !== opened) addressProblems.set([]);
  const fragment = toFragment(present, situation.get());
  const { pathname, search } = location;
  window.history.replaceState(window.history.state, '', fragment === '' ? pathname + search : `#${fragment}`);
}

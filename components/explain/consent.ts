import { createStore, type Store } from '#components/shell/store.ts';

const KEY = 'shufflescope.explain-consent';

const remembered = createStore(read());

/** Whether the reader has agreed, in this tab, that evidence is sent to the model. Closing the tab takes it back. */
export const consent: Store<boolean> = {
  ...remembered,
  set: (given) => {
    remembered.set(given);
    try {
      if (given) sessionStorage.setItem(KEY, 'given');
      else sessionStorage.removeItem(KEY);
    } catch {
      // No storage in this browser or mode: it holds until the page is closed.
    }
  },
};

function read(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'given';
  } catch {
    return false; // on the server, and where storage is refused
  }
}

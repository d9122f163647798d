import { createStore, type Store } from '../store.ts';

const KEY = 'shufflescope.single-keys';

const remembered = createStore(read());

/** Whether shortcuts of single characters are on; remembered in this browser. */
export const singleKeys: Store<boolean> = {
  ...remembered,
  set: (on) => {
    remembered.set(on);
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // No storage in this browser or mode: it holds until the page is closed.
    }
  },
};

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true; // on the server, and where storage is refused
  }
}

import { useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/** `onServer` is what the server rendered with, where the browser may start with something else. */
export function useStore<T>(store: Store<T>, onServer: () => T = store.get): T {
  return useSyncExternalStore(store.subscribe, store.get, onServer);
}

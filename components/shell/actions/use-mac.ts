import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether Cmd takes the place of Ctrl. The server cannot know; the page corrects itself when it wakes up. */
export function useMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

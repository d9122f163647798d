import { createStore } from './store.ts';

export type Overlay = 'palette' | 'shortcuts' | undefined;

/** Which of the shell's own dialogs is open; one at a time. */
export const overlay = createStore<Overlay>(undefined);

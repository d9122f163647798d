import { createStore } from '#components/shell/store.ts';

/** Whether a scenario has borrowed the playground: what is in it then is not the user's, and is not kept for them. */
export const lent = createStore(false);

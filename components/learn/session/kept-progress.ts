import { createStore, type Store } from '#components/shell/store.ts';
import { UserError } from '#lib/base/assert.ts';
import { type LearnProgress, NO_PROGRESS } from '#lib/learn/progress/learn-progress.ts';
import { readProgress, writeProgress } from '#lib/learn/progress/progress-file.ts';

/** In the browser's storage, in the same form as the file that is exported. */
export const PROGRESS_KEY = 'shufflescope.learn-progress';
/** What a version before or after this one wrote and this one cannot read: put aside, not written over. */
const UNREAD_KEY = `${PROGRESS_KEY}-unread`;

export interface KeptProgress extends Store<LearnProgress> {
  /** The browser keeps nothing: what is done holds until the tab is closed. */
  readonly isRefused: Store<boolean>;
  /** Takes over what another tab of this browser wrote. */
  readonly takeOver: () => void;
}

/** Progress that outlives the page. `storage` throws where the browser refuses it. */
export function keptProgress(storage: () => Pick<Storage, 'getItem' | 'setItem'>): KeptProgress {
  const isRefused = createStore(false);
  const stored = (): LearnProgress => {
    const text = attempt(() => storage().getItem(PROGRESS_KEY)) ?? null;
    if (text === null) return NO_PROGRESS;
    try {
      return readProgress(text).progress;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      attempt(() => storage().setItem(UNREAD_KEY, text));
      return NO_PROGRESS;
    }
  };
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      isRefused.set(true); // private mode, a full disk, a policy
      return undefined;
    }
  };
  const store = createStore(stored());
  return {
    ...store,
    isRefused,
    set: (next) => {
      store.set(next);
      attempt(() => storage().setItem(PROGRESS_KEY, writeProgress(next)));
    },
    takeOver: () => store.set(stored()),
  };
}

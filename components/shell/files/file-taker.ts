import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { createStore } from '../store.ts';

/** A screen that takes some files itself while it is shown, wherever in the window they are dropped. */
export interface FileTaker {
  /** What it takes, said while something is dragged. */
  readonly words: string;
  /** By their names, or after a look into them. */
  readonly accepts: (files: readonly NamedBlob[]) => boolean | Promise<boolean>;
  readonly take: (files: readonly NamedBlob[]) => void;
}

export const fileTaker = createStore<FileTaker | undefined>(undefined);

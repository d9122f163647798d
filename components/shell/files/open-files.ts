import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { createStore } from '../store.ts';
import { labelOf } from './file-names.ts';

export type FilesOrigin = 'drop' | 'browse' | 'sample' | 'recent';

/** What is open in this tab. A new `id` means new input, even when the same file is opened again. */
export interface OpenFiles {
  readonly id: string;
  readonly files: readonly NamedBlob[];
  readonly label: string;
  readonly origin: FilesOrigin;
}

/** Lives outside the pages: it survives navigation, and a crash of a screen. It never leaves the tab. */
export const openFiles = createStore<OpenFiles | undefined>(undefined);

let count = 0;

export function setOpenFiles(
  files: readonly NamedBlob[],
  origin: FilesOrigin,
  label = labelOf(files),
): OpenFiles {
  count += 1;
  // Not crypto.randomUUID: that is missing where the app is served over plain http.
  const opened: OpenFiles = { id: `${Date.now().toString(36)}-${count}`, files, label, origin };
  openFiles.set(opened);
  return opened;
}

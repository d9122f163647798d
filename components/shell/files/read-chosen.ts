import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { MAX_FILES, tooMany } from './read-drop.ts';

/** The files of a browse dialog; from a folder dialog each brings its path inside the folder. */
export function readChosen(files: Iterable<File>): readonly NamedBlob[] {
  const chosen = [...files].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
  if (chosen.length > MAX_FILES) throw tooMany();
  return chosen;
}

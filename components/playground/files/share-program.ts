import { share } from '#components/share/share-request.ts';
import { keptState } from '../session/playground-session.ts';

/** Shares the program as it is in the editor, with what it is planned under. */
export function shareProgram(): void {
  const { files, main, settings, catalog, view } = keptState();
  share({
    what: 'this program',
    state: {
      kind: 'playground',
      files: files.map(({ path, text }) => ({ path, text })),
      ...{ main, settings, catalog, view },
    },
    // No log tells who is who: names and hosts are found by rules.
    known: { names: [], hosts: [] },
  });
}

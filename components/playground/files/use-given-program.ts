import { useEffect } from 'react';
import { givenProgram } from '#components/shell/files/program-files.ts';
import { notice, noticeOf } from '#components/shell/notice.ts';
import { useStore } from '#components/shell/use-store.ts';
import { plural } from '#lib/base/format.ts';
import { openProgram } from '../session/playground-session.ts';
import type { ProgramFile } from '../session/playground-state.ts';
import { readProgramFiles } from './read-program.ts';

let taken = 0;

/** Opens what was dropped or chosen, once. */
export function useGivenProgram(): void {
  const given = useStore(givenProgram);
  useEffect(() => {
    if (!given || given.id === taken) return;
    taken = given.id;
    void readProgramFiles(given.files)
      .then((files) => {
        openProgram(files, given.label);
        notice.set(notebookNotice(files));
      })
      .catch((error: unknown) => notice.set(noticeOf(error)));
  }, [given]);
}

function notebookNotice(files: readonly ProgramFile[]) {
  const cells = files.reduce((sum, file) => sum + (file.cells?.length ?? 0), 0);
  return cells === 0
    ? undefined
    : {
        text: `Opened as Python: ${plural(cells, 'cell')}.`,
        hint: 'Magics such as %sql and %run stand as the calls that they are; the notebook itself is not changed.',
      };
}

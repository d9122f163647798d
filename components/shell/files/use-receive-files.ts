import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { NamedBlob } from '#lib/eventlog/discover/event-log-source.ts';
import { type Notice, notice, noticeOf } from '../notice.ts';
import { rememberFiles } from '../recent/recent-files.ts';
import { labelOf } from './file-names.ts';
import { fileTaker } from './file-taker.ts';
import { type FilesOrigin, openFiles, setOpenFiles } from './open-files.ts';
import { giveProgram, isProgram } from './program-files.ts';

export interface Received {
  readonly files: readonly NamedBlob[];
  readonly label?: string | undefined;
}

const ANALYZE = '/analyze';
const PLAYGROUND = '/playground';
const OWN_RUN = '/learn/own-run';

/** After this long without the files, the page says that it is at it. */
const PATIENCE_MS = 800;

let latest = 0;

/**
 * The one way in for files of every origin: a program goes to the Playground; a log becomes what is open, is remembered,
 * and its analysis is shown.
 * Reading may fail (a folder that is too large, a sample that does not load); then nothing changes but the notice.
 */
export function useReceiveFiles() {
  const router = useRouter();
  return useCallback(
    async (reading: Received | Promise<Received>, origin: FilesOrigin): Promise<void> => {
      latest += 1;
      const turn = latest;
      const waiting = setTimeout(() => notice.set({ text: 'Collecting the files …' }), PATIENCE_MS);
      try {
        const { files, label } = await reading;
        // Something else was opened meanwhile; the last wish counts.
        if (turn !== latest) return;
        notice.set(files.length === 0 ? nothingInside : undefined);
        if (files.length === 0) return;
        const taker = origin === 'drop' ? fileTaker.get() : undefined;
        const isTaken = taker !== undefined && (await taker.accepts(files));
        if (turn !== latest) return;
        if (isTaken) {
          taker.take(files);
          return;
        }
        if (isProgram(files)) {
          giveProgram(files, label ?? labelOf(files));
          router.push(PLAYGROUND);
          return;
        }
        // After a reload, or by a link, the address tells the view of a log that has to be opened first. Questions about a
        // run come before a look at it.
        const staysThere =
          (openFiles.get() === undefined && location.pathname === ANALYZE) || location.pathname === OWN_RUN;
        const opened = setOpenFiles(files, origin, label);
        if (!staysThere) router.push(ANALYZE);
        // A sample is one click away anyway.
        if (origin !== 'sample') rememberFiles(opened);
      } catch (error) {
        notice.set(undefined); // the word of waiting goes, whatever comes now
        notice.set(noticeOf(error));
      } finally {
        clearTimeout(waiting);
      }
    },
    [router],
  );
}

const nothingInside: Notice = {
  text: 'There are no files in what you opened.',
  hint: 'Choose an event log or a program, or a folder that holds one.',
};

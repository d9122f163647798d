'use client';
import { useCallback } from 'react';
import { useStore } from '../use-store.ts';
import { fileTaker } from './file-taker.ts';
import { readDrop } from './read-drop.ts';
import { useReceiveFiles } from './use-receive-files.ts';
import { useWindowDrop } from './use-window-drop.ts';

/** Makes the whole window take files, on every page; while something is dragged it says what would happen. */
export function DropAnywhere() {
  const receive = useReceiveFiles();
  const onDrop = useCallback(
    (transfer: DataTransfer) => {
      receive(
        readDrop(transfer).then((files) => ({ files })),
        'drop',
      );
    },
    [receive],
  );
  const dragged = useWindowDrop(onDrop);
  const taker = useStore(fileTaker);
  if (dragged === undefined) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-tint/85 p-4 outline-2 outline-accent outline-dashed -outline-offset-8">
      <div className="rounded border border-line bg-raised px-6 py-4 text-center shadow-lift">
        <p className="font-semibold text-lg">Drop to open {dragged === 1 ? 'it' : `${dragged} items`}</p>
        <p className="text-soft text-sm">
          {taker ? `${taker.words} ` : ''}Event logs open in Analyze, Python and notebooks in the Playground.
          Read by this tab, never uploaded.
        </p>
      </div>
    </div>
  );
}

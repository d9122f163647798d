import { useEffect } from 'react';
import { type FileTaker, fileTaker } from '#components/shell/files/file-taker.ts';
import { giveKeyFile } from './key-file-state.ts';

const TAKER: FileTaker = {
  words: 'A CSV gives its keys to the simulator.',
  accepts: ([file, ...more]) => file !== undefined && more.length === 0 && /\.(csv|tsv)$/i.test(file.path),
  take: ([file]) => {
    if (file) void giveKeyFile(file.blob, file.path);
  },
};

/** While the simulator is shown, a CSV that is dropped anywhere gives its keys. */
export function useKeyDrops(): void {
  useEffect(() => {
    fileTaker.set(TAKER);
    return () => fileTaker.set(undefined);
  }, []);
}

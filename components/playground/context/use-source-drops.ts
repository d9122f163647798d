import { useEffect } from 'react';
import { type FileTaker, fileTaker } from '#components/shell/files/file-taker.ts';
import { takeSourceFiles } from './take-sources.ts';
import { tellsSources } from './tells-sources.ts';

const TAKER: FileTaker = {
  words: 'Parquet and CSV files, and schemas as text or JSON, tell the program what it reads.',
  accepts: tellsSources,
  take: (files) => void takeSourceFiles(files),
};

/** While the Playground is shown, files about data that are dropped anywhere say what the program reads. */
export function useSourceDrops(): void {
  useEffect(() => {
    fileTaker.set(TAKER);
    return () => fileTaker.set(undefined);
  }, []);
}

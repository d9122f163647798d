import { useEffect } from 'react';
import { type FileTaker, fileTaker } from '#components/shell/files/file-taker.ts';
import { takeSourceFiles } from './take-sources.ts';

const DATA = /\.(parquet|csv|tsv)$/i;
/** What lies beside data where Spark has written it. */
const BESIDE = /(^|\/)[._][^/]*$/;

const TAKER: FileTaker = {
  words: 'Parquet and CSV files tell their schema and size to the program.',
  accepts: (files) =>
    files.some(({ path }) => DATA.test(path)) &&
    files.every(({ path }) => DATA.test(path) || BESIDE.test(path)),
  take: (files) => void takeSourceFiles(files),
};

/** While the Playground is shown, data files that are dropped anywhere say what the program reads. */
export function useSourceDrops(): void {
  useEffect(() => {
    fileTaker.set(TAKER);
    return () => fileTaker.set(undefined);
  }, []);
}

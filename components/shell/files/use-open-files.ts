import { useStore } from '../use-store.ts';
import { type OpenFiles, openFiles } from './open-files.ts';

/** The files that are open in this tab, for screens. */
export function useOpenFiles(): OpenFiles | undefined {
  return useStore(openFiles, () => undefined);
}

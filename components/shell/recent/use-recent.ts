import { useEffect } from 'react';
import { useStore } from '../use-store.ts';
import type { RecentEntry } from './recent-entry.ts';
import { loadRecent, recentEntries } from './recent-files.ts';

/** The recent list, newest first; undefined while it is being read. */
export function useRecent(): readonly RecentEntry[] | undefined {
  useEffect(() => {
    loadRecent();
  }, []);
  return useStore(recentEntries, () => undefined);
}

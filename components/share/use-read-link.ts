'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { type ReadLink, readLink } from '#lib/share/link.ts';

/** The link in the address of this page; undefined until the page has woken up, since servers never see it. */
export function useReadLink(): ReadLink | undefined {
  const fragment = useSyncExternalStore<string | undefined>(
    subscribe,
    () => location.hash,
    () => undefined,
  );
  return useMemo(() => (fragment === undefined ? undefined : readLink(fragment)), [fragment]);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

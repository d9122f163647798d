'use client';
import { useEffect } from 'react';
import { whenIdle } from '#components/ui/when-idle.ts';

/** Keeps the app for visits without a network, in a quiet moment. Not where the visitor saves data, or under development. */
export function KeepOffline() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || savesData()) return;
    return whenIdle(() => {
      navigator.serviceWorker
        .register('/sw.js')
        .then(() => navigator.serviceWorker.ready)
        .then(({ active }) => active?.postMessage('keep-linked-pages'))
        // Refused in private windows of some browsers: then the app needs a network, and everything else works.
        .catch(() => undefined);
    });
  }, []);
  return null;
}

function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

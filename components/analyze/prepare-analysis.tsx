'use client';
import { useEffect } from 'react';
import { whenIdle } from '#components/ui/when-idle.ts';
import { warmUp } from './session/analysis-session.ts';

/**
 * In a quiet moment starts the SQL engine and fetches the code of all views: the first log then opens at once, and it
 * opens even when the network is gone by then. Shows nothing.
 */
export function PrepareAnalysis() {
  useEffect(
    () =>
      whenIdle(async () => {
        warmUp();
        await import('./run/open-run.tsx').catch(() => undefined);
        await import('./run/view-loaders.ts').then(({ fetchViews }) => fetchViews()).catch(() => undefined);
      }),
    [],
  );
  return null;
}

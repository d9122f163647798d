'use client';
import { lazy, Suspense } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { history } from '../session/simulation.ts';
import { keyFile } from './key-file-state.ts';

const OwnKeys = lazy(async () => ({ default: (await import('./own-keys-panel.tsx')).OwnKeysPanel }));

/** Keys of one's own, while they are chosen or a file of them was given. Their code comes then. */
export function KeysPanel() {
  const { present } = useStore(history);
  const { name } = useStore(keyFile);
  if (present.keyShape !== 'weights' && name === '') return null;
  return (
    <Suspense>
      <OwnKeys />
    </Suspense>
  );
}

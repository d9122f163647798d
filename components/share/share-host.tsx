'use client';
import { lazy, Suspense } from 'react';
import { useStore } from '#components/shell/use-store.ts';
import { shareRequest } from './share-request.ts';

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));

/** Shows the dialog when something is to be shared. */
export function ShareHost() {
  const request = useStore(shareRequest, () => undefined);
  if (!request) return null;
  return (
    <Suspense>
      <ShareDialog request={request} onClose={() => shareRequest.set(undefined)} />
    </Suspense>
  );
}

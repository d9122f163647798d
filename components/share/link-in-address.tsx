'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Kind } from '#lib/share/kinds/kinds.ts';
import type { TakeState } from './arrived-link.tsx';

const ArrivedLink = lazy(async () => ({ default: (await import('./arrived-link.tsx')).ArrivedLink }));

export interface LinkInAddressProps {
  /** What the place can open. */
  readonly kind: Kind;
  readonly take: TakeState;
}

/** Opens a link that is in the address of a place, and says so. The code for it comes with the first link. */
export function LinkInAddress({ kind, take }: LinkInAddressProps) {
  const [found, setFound] = useState<{ readonly fragment: string; readonly times: number }>();
  useEffect(() => {
    const look = (address: string) => {
      const fragment = new URL(address).hash.slice(1);
      if (isLink(fragment)) setFound((before) => ({ fragment, times: (before?.times ?? 0) + 1 }));
    };
    look(location.href);
    // A place that keeps its state in the address may have written it again by the time the event comes.
    const onHashChange = ({ newURL }: HashChangeEvent) => look(newURL);
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);
  return (
    <div role="status" className="empty:hidden">
      {found ? (
        <Suspense>
          <ArrivedLink
            key={found.times}
            fragment={found.fragment}
            kind={kind}
            take={take}
            onDismiss={() => setFound(undefined)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Whether a fragment (without its `#`) claims to be a link; whether it is one, reading it tells. */
export function isLink(fragment: string): boolean {
  return /^s=\d/.test(fragment);
}
